package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.rich.AbstractRichFunction;
import dev.millrace.core.state.KeyedStateStore;

/** A function over the records of a window of a whole stream that sees time and state. */
@ModelApi
public abstract class ProcessAllWindowFunction<IN, OUT, W extends Window> extends AbstractRichFunction {

    public abstract void process(Context context, Iterable<IN> elements, Collector<OUT> out) throws Exception;

    /** The window goes; what the function keeps in {@link Context#windowState} must go with it. */
    public void clear(Context context) throws Exception {}

    /** What is known about the window. */
    public abstract class Context {

        public abstract W window();

        /** The time of day, milliseconds since the epoch. */
        public abstract long currentProcessingTime();

        /** The event time come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
        public abstract long currentWatermark();

        /** State of this window. */
        public abstract KeyedStateStore windowState();

        /** State of all windows. */
        public abstract KeyedStateStore globalState();

        /** Emits to a side output. */
        public abstract <X> void output(OutputTag<X> outputTag, X value);
    }
}
