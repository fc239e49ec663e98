package programs;

import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Rules that all instances know, looked at when event time ends, with a function that is opened in the older way. */
public class Rules {

    private static final MapStateDescriptor<String, Integer> RULES =
            new MapStateDescriptor<>("rules", Types.STRING, Types.INT);

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(2);
        BroadcastStream<Tuple2<String, Integer>> rules =
                env.fromElements(Tuple2.of("low", 2), Tuple2.of("high", 7)).broadcast(RULES);
        env.fromSequence(1, 9)
                .map(Long::intValue)
                .keyBy(number -> number % 3)
                .connect(rules)
                .process(new Check())
                .addSink(new Results<>());
        env.execute();
    }

    private static class Check
            extends KeyedBroadcastProcessFunction<Integer, Integer, Tuple2<String, Integer>, String> {
        private transient ListState<Integer> waiting;

        @Override
        public void open(Configuration parameters) throws Exception {
            super.open(parameters);
            waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", Integer.class));
        }

        @Override
        public void processElement(Integer number, ReadOnlyContext context, Collector<String> out) throws Exception {
            waiting.add(number);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE - 1);
        }

        @Override
        public void processBroadcastElement(Tuple2<String, Integer> rule, Context context, Collector<String> out)
                throws Exception {
            context.getBroadcastState(RULES).put(rule.f0, rule.f1);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            int passed = 0;
            for (Integer number : waiting.get()) {
                boolean passes = true;
                for (Map.Entry<String, Integer> rule :
                        context.getBroadcastState(RULES).immutableEntries()) {
                    passes &= rule.getKey().equals("low") ? number >= rule.getValue() : number <= rule.getValue();
                }
                passed += passes ? 1 : 0;
            }
            out.collect(context.getCurrentKey() + ": " + passed);
        }
    }
}
