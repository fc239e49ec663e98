package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.Collector;
import dev.millrace.stream.ConnectedStreams;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.custom.CoProcessOperator;
import dev.millrace.stream.custom.StreamRecord;
import dev.millrace.stream.custom.TwoInputStreamOperator;
import dev.millrace.stream.function.CoProcessFunction;

/** Drives an operator with two inputs; event time is that of the slower one. */
@ModelApi
public class TwoInputStreamOperatorTestHarness<IN1, IN2, OUT> extends AbstractStreamOperatorTestHarness<OUT> {
    public TwoInputStreamOperatorTestHarness(TwoInputStreamOperator<IN1, IN2, OUT> operator) {
        this(operator, false);
    }

    TwoInputStreamOperatorTestHarness(TwoInputStreamOperator<IN1, IN2, OUT> operator, boolean keyed) {
        super(operator, keyed);
    }

    /** Gives the inputs keys, or leaves them as they are. */
    ConnectedStreams<IN1, IN2> prepared(ConnectedStreams<IN1, IN2> inputs) {
        return inputs;
    }

    @Override
    SingleOutputStreamOperator<OUT> program() {
        return prepared(this.<IN1>input().connect(this.<IN2>input()))
                .transform(UNDER_TEST, null, new CoProcessOperator<>(new Nothing<>()));
    }

    /** Holds the operator's place. */
    private static final class Nothing<IN1, IN2, OUT> extends CoProcessFunction<IN1, IN2, OUT> {
        @Override
        public void processElement1(IN1 value, Context context, Collector<OUT> out) {}

        @Override
        public void processElement2(IN2 value, Context context, Collector<OUT> out) {}
    }

    public void processElement1(StreamRecord<IN1> element) throws Exception {
        push(0, element);
    }

    /**
     * Gives a record to the first input.
     *
     * @param timestamp milliseconds since the epoch
     */
    public void processElement1(IN1 value, long timestamp) throws Exception {
        push(0, new StreamRecord<>(value, timestamp));
    }

    public void processElement2(StreamRecord<IN2> element) throws Exception {
        push(1, element);
    }

    /**
     * Gives a record to the second input.
     *
     * @param timestamp milliseconds since the epoch
     */
    public void processElement2(IN2 value, long timestamp) throws Exception {
        push(1, new StreamRecord<>(value, timestamp));
    }

    public void processWatermark1(Watermark mark) throws Exception {
        watermark(0, mark.getTimestamp());
    }

    public void processWatermark2(Watermark mark) throws Exception {
        watermark(1, mark.getTimestamp());
    }

    /** Event time comes to a watermark on both inputs. */
    public void processBothWatermarks(Watermark mark) throws Exception {
        processWatermark1(mark);
        processWatermark2(mark);
    }
}
