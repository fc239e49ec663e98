package programs;

import static org.apache.flink.api.common.typeinfo.Types.LONG;
import static org.apache.flink.api.common.typeinfo.Types.TUPLE;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.*;
import org.apache.flink.api.java.tuple.*;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.time.Time;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The driver with the highest sum of tips in each hour: windows over windows, stars and static imports. */
public class Tips {

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        DataStream<Tuple3<Long, Long, Float>> fares = env.fromElements(
                        Tuple3.of(1L, 10L, 1.0f),
                        Tuple3.of(2L, 20L, 5.0f),
                        Tuple3.of(1L, 30L, 6.5f),
                        Tuple3.of(2L, 70L, 2.0f),
                        Tuple3.of(3L, 110L, 9.0f),
                        Tuple3.of(1L, 125L, 0.5f))
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Tuple3<Long, Long, Float>>forBoundedOutOfOrderness(Duration.ofMinutes(1))
                                .withTimestampAssigner((fare, t) -> fare.f1 * 60_000));
        DataStream<Tuple3<Long, Long, Float>> sums = fares.keyBy(fare -> fare.f0)
                .window(TumblingEventTimeWindows.of(Time.hours(1)))
                .process(new Sum());
        sums.windowAll(TumblingEventTimeWindows.of(Time.hours(1))).maxBy(2).addSink(new Results<>());
        sums.map(sum -> Tuple2.of(sum.f1, sum.f0))
                .returns(TUPLE(LONG, LONG))
                .keyBy(0)
                .sum(1)
                .addSink(new Results<>());
        env.execute("tips");
    }

    private static class Sum
            extends ProcessWindowFunction<Tuple3<Long, Long, Float>, Tuple3<Long, Long, Float>, Long, TimeWindow> {
        @Override
        public void process(
                Long driver,
                Context context,
                Iterable<Tuple3<Long, Long, Float>> fares,
                Collector<Tuple3<Long, Long, Float>> out) {
            float sum = 0;
            for (Tuple3<Long, Long, Float> fare : fares) {
                sum += fare.f2;
            }
            out.collect(Tuple3.of(context.window().getEnd() / 60_000, driver, sum));
        }
    }
}
