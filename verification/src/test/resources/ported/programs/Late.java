package programs;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.source.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.time.Time;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** A source function that says when event time has come, late records, and a side output beside them. */
public class Late {

    private static final OutputTag<Long> LATE = new OutputTag<Long>("late") {};
    private static final OutputTag<String> ODD = new OutputTag<String>("odd") {};

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        SingleOutputStreamOperator<Long> numbers = env.addSource(new Numbers()).process(new Split());
        SingleOutputStreamOperator<Long> sums = numbers.keyBy(number -> number % 2)
                .window(TumblingEventTimeWindows.of(Time.milliseconds(10)))
                .allowedLateness(Time.milliseconds(3))
                .sideOutputLateData(LATE)
                .reduce(Long::sum);
        sums.addSink(new Results<>());
        sums.getSideOutput(LATE).map(number -> "late " + number).addSink(new Results<>());
        numbers.getSideOutput(ODD).addSink(new Results<>());
        env.execute("late");
    }

    private static class Numbers implements SourceFunction<Long> {
        private volatile boolean running = true;

        @Override
        public void run(SourceContext<Long> context) {
            long[] numbers = {2, 8, 4, 12, 6, 13, 22};
            long[] watermarks = {0, 10, 11, 13, 15, 15, 30};
            for (int i = 0; running && i < numbers.length; i++) {
                synchronized (context.getCheckpointLock()) {
                    context.collectWithTimestamp(numbers[i], numbers[i]);
                    context.emitWatermark(new Watermark(watermarks[i]));
                }
            }
        }

        @Override
        public void cancel() {
            running = false;
        }
    }

    private static class Split extends ProcessFunction<Long, Long> {
        @Override
        public void processElement(Long number, Context context, Collector<Long> out) {
            if (number % 2 == 0) {
                out.collect(number);
            } else {
                context.output(ODD, "odd " + number + " at " + context.timestamp());
            }
        }
    }
}
