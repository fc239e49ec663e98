package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.Collector;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.custom.OneInputStreamOperator;
import dev.millrace.stream.custom.ProcessOperator;
import dev.millrace.stream.custom.StreamRecord;
import dev.millrace.stream.function.ProcessFunction;
import java.util.Collection;

/** Drives an operator with one input. */
@ModelApi
public class OneInputStreamOperatorTestHarness<IN, OUT> extends AbstractStreamOperatorTestHarness<OUT> {
    public OneInputStreamOperatorTestHarness(OneInputStreamOperator<IN, OUT> operator) {
        this(operator, false);
    }

    /** Values are passed as they are, whatever the serializer. */
    public OneInputStreamOperatorTestHarness(
            OneInputStreamOperator<IN, OUT> operator, TypeSerializer<IN> inputSerializer) {
        this(operator, false);
    }

    OneInputStreamOperatorTestHarness(OneInputStreamOperator<IN, OUT> operator, boolean keyed) {
        super(operator, keyed);
    }

    /** Gives the input keys, or leaves it as it is. */
    DataStream<IN> prepared(DataStream<IN> input) {
        return input;
    }

    @Override
    SingleOutputStreamOperator<OUT> program() {
        return prepared(this.<IN>input()).transform(UNDER_TEST, null, new ProcessOperator<>(new Nothing<>()));
    }

    /** Holds the operator's place. */
    private static final class Nothing<IN, OUT> extends ProcessFunction<IN, OUT> {
        @Override
        public void processElement(IN value, Context context, Collector<OUT> out) {}
    }

    public void processElement(StreamRecord<IN> element) throws Exception {
        push(0, element);
    }

    /**
     * Gives a record.
     *
     * @param timestamp milliseconds since the epoch
     */
    public void processElement(IN value, long timestamp) throws Exception {
        processElement(new StreamRecord<>(value, timestamp));
    }

    public void processElements(Collection<StreamRecord<IN>> elements) throws Exception {
        for (StreamRecord<IN> element : elements) {
            processElement(element);
        }
    }

    /** Event time comes to a watermark. */
    public void processWatermark(Watermark mark) throws Exception {
        watermark(0, mark.getTimestamp());
    }

    /** Event time comes to a watermark. */
    public void processWatermark(long watermark) throws Exception {
        watermark(0, watermark);
    }
}
