package dev.millrace.stream.join;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.rich.AbstractRichFunction;

/** Takes each pair of records of one key whose timestamps lie within the bounds of an interval join. */
@ModelApi
public abstract class ProcessJoinFunction<IN1, IN2, OUT> extends AbstractRichFunction {

    /** Takes a pair. What is collected has the later of the two timestamps. */
    public abstract void processElement(IN1 left, IN2 right, Context ctx, Collector<OUT> out) throws Exception;

    /** What is known about the pair; timestamps are milliseconds since the epoch. */
    public abstract class Context {

        public abstract long getLeftTimestamp();

        public abstract long getRightTimestamp();

        /** The later of the two, which results have. */
        public abstract long getTimestamp();

        /** Emits to a side output. */
        public abstract <X> void output(OutputTag<X> outputTag, X value);
    }
}
