package dev.millrace.stream.broadcast;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.stream.function.TimeDomain;
import dev.millrace.stream.function.TimerService;

/** A function over a keyed stream, with state and timers per key, and a broadcast stream. */
@ModelApi
public abstract class KeyedBroadcastProcessFunction<KS, IN1, IN2, OUT> extends BaseBroadcastProcessFunction {

    /** Takes a record of the keyed stream; state is that of its key. */
    public abstract void processElement(IN1 value, ReadOnlyContext ctx, Collector<OUT> out) throws Exception;

    /** Takes a broadcast record; every instance does. There is no key, so state per key is reached by the context only. */
    public abstract void processBroadcastElement(IN2 value, Context ctx, Collector<OUT> out) throws Exception;

    /** A timer is due; state is that of the key that registered it. */
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OUT> out) throws Exception {}

    /** What a broadcast record may change. */
    public abstract class Context extends BaseBroadcastProcessFunction.Context {

        /** Calls a function for each key of this instance that has a value in a state. */
        public abstract <VS, S extends State> void applyToKeyedState(
                StateDescriptor<S, VS> stateDescriptor, KeyedStateFunction<KS, S> function) throws Exception;
    }

    /** What a record of the keyed side may read. */
    public abstract class ReadOnlyContext extends BaseBroadcastProcessFunction.ReadOnlyContext {

        public abstract TimerService timerService();

        public abstract KS getCurrentKey();
    }

    /** What is known about the timer. */
    public abstract class OnTimerContext extends ReadOnlyContext {

        public abstract TimeDomain timeDomain();

        @Override
        public abstract KS getCurrentKey();
    }
}
