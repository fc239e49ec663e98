package programs;

import java.util.Collections;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.NumberSequenceIterator;
import org.apache.flink.util.Preconditions;

/** Operators of the program's own, and sources and steps that are seldom used. */
public class Custom {

    public static void main(String[] args) throws Exception {
        LocalStreamEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromParallelCollection(new NumberSequenceIterator(1, 3), Long.class)
                .transform("sum", Types.STRING, new Sum())
                .addSink(new Results<>());
        env.fromElements(1, 2)
                .connect(env.fromElements("a"))
                .transform("both", Types.STRING, new Both())
                .addSink(new Results<>());
        env.fromElements(Tuple3.of(1, "x", 2L)).project(2, 0).addSink(new Results<>());
        env.execute();
    }

    private static class Sum extends AbstractStreamOperator<String> implements OneInputStreamOperator<Long, String> {
        private transient ListState<Long> kept;
        private long sum;

        @Override
        public void initializeState(StateInitializationContext context) throws Exception {
            super.initializeState(context);
            kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("sum", Long.class));
        }

        @Override
        public void snapshotState(StateSnapshotContext context) throws Exception {
            super.snapshotState(context);
            kept.update(Collections.singletonList(sum));
        }

        @Override
        public void processElement(StreamRecord<Long> element) {
            Preconditions.checkArgument(element.getValue() > 0, "%s is not above 0", element.getValue());
            sum += element.getValue();
        }

        @Override
        public void processWatermark(Watermark mark) throws Exception {
            if (mark.equals(Watermark.MAX_WATERMARK)) {
                output.collect(new StreamRecord<>("sum " + sum, mark.getTimestamp()));
            }
            super.processWatermark(mark);
        }
    }

    private static class Both extends AbstractStreamOperator<String>
            implements TwoInputStreamOperator<Integer, String, String> {
        @Override
        public void processElement1(StreamRecord<Integer> element) {
            output.collect(element.replace("left " + element.getValue()));
        }

        @Override
        public void processElement2(StreamRecord<String> element) {
            output.collect(element.replace("right " + element.getValue()));
        }
    }
}
