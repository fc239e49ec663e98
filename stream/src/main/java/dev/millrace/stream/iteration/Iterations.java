package dev.millrace.stream.iteration;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;

/** Makes heads of loops. */
public final class Iterations {

    /** The input for records from outside, and for those led back that are of the same type. */
    public static final int INPUT = 0;
    /** The input for records led back that are of another type; they leave by {@link #feedback()}. */
    public static final int FEEDBACK = 1;

    private static final String TAG = "feedback";

    private Iterations() {}

    /** The side output of a head for records led back that are of another type. */
    public static <F> OutputTag<F> feedback() {
        return new OutputTag<>(TAG);
    }

    /** Makes the head of a loop. */
    public static OperatorFactory<Object, Object> head() {
        return Head::new;
    }

    private static final class Head implements Operator<Object, Object> {
        private final OutputTag<Object> feedback = feedback();
        private Output<Object> output;

        @Override
        public void open(OperatorContext context, Output<Object> itsOutput) {
            output = itsOutput;
        }

        @Override
        public void onRecord(int input, Object value, long timestamp) {
            if (input == INPUT) {
                output.emit(value, timestamp);
            } else {
                output.emit(feedback, value, timestamp);
            }
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }
    }
}
