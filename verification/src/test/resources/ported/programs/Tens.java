package programs;

import java.util.Collection;
import java.util.Collections;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.TimeCharacteristic;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.timestamps.AscendingTimestampExtractor;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.*;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Windows and triggers of the program's own, in the older shape. */
public class Tens {

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setStreamTimeCharacteristic(TimeCharacteristic.EventTime);
        env.setParallelism(1);
        env.fromElements(1L, 3L, 12L, 14L, 27L)
                .assignTimestampsAndWatermarks(new AscendingTimestampExtractor<Long>() {
                    @Override
                    public long extractAscendingTimestamp(Long number) {
                        return number;
                    }
                })
                .keyBy(number -> "all")
                .window(new EveryTen())
                .trigger(new AtThree())
                .reduce((a, b) -> a + b)
                .addSink(new Results<>());
        env.execute();
    }

    /** Ten milliseconds each. */
    public static class EveryTen extends WindowAssigner<Object, TimeWindow> {
        @Override
        public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
            long start = timestamp - timestamp % 10;
            return Collections.singletonList(new TimeWindow(start, start + 10));
        }

        @Override
        public Trigger<Object, TimeWindow> getDefaultTrigger(StreamExecutionEnvironment env) {
            return EventTimeTrigger.create();
        }

        @Override
        public TypeSerializer<TimeWindow> getWindowSerializer(ExecutionConfig config) {
            return new TimeWindow.Serializer();
        }

        @Override
        public boolean isEventTime() {
            return true;
        }
    }

    /** Once in the middle of a window, and at its end, where it is emptied. */
    public static class AtThree extends Trigger<Long, TimeWindow> {
        private final ValueStateDescriptor<Boolean> seen = new ValueStateDescriptor<>("seen", Types.BOOLEAN);

        @Override
        public TriggerResult onElement(Long number, long timestamp, TimeWindow window, TriggerContext context)
                throws Exception {
            ValueState<Boolean> first = context.getPartitionedState(seen);
            if (first.value() == null) {
                context.registerEventTimeTimer(window.getStart() + 3);
                context.registerEventTimeTimer(window.maxTimestamp());
                first.update(true);
            }
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
            return time == window.maxTimestamp() ? TriggerResult.FIRE_AND_PURGE : TriggerResult.FIRE;
        }

        @Override
        public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public void clear(TimeWindow window, TriggerContext context) throws Exception {
            context.getPartitionedState(seen).clear();
        }
    }
}
