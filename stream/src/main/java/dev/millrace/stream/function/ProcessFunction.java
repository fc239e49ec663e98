package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.rich.AbstractRichFunction;

/** A function over single records that sees timestamps and time, and may emit to side outputs. */
@ModelApi
public abstract class ProcessFunction<I, O> extends AbstractRichFunction {

    /** Takes a record; the context and the collector are only valid during the call. */
    public abstract void processElement(I value, Context ctx, Collector<O> out) throws Exception;

    /** A timer is due. Only on a keyed stream are there timers. */
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<O> out) throws Exception {}

    /** What is known about the record. */
    public abstract class Context {

        /** The record's timestamp, milliseconds since the epoch; null when it has none. */
        public abstract Long timestamp();

        public abstract TimerService timerService();

        /** Emits to a side output. */
        public abstract <X> void output(OutputTag<X> outputTag, X value);
    }

    /** What is known about the timer. */
    public abstract class OnTimerContext extends Context {

        public abstract TimeDomain timeDomain();
    }
}
