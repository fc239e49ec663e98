package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.rich.AbstractRichFunction;

/** A function over two inputs that sees timestamps and time; with state and timers when both inputs are keyed. */
@ModelApi
public abstract class CoProcessFunction<IN1, IN2, OUT> extends AbstractRichFunction {

    public abstract void processElement1(IN1 value, Context ctx, Collector<OUT> out) throws Exception;

    public abstract void processElement2(IN2 value, Context ctx, Collector<OUT> out) throws Exception;

    /** A timer is due. Only on keyed inputs are there timers. */
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OUT> out) throws Exception {}

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
