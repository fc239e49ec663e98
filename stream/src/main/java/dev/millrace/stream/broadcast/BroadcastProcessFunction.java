package dev.millrace.stream.broadcast;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;

/** A function over a stream without keys and a broadcast stream. */
@ModelApi
public abstract class BroadcastProcessFunction<IN1, IN2, OUT> extends BaseBroadcastProcessFunction {

    /** Takes a record of the stream that is not broadcast. */
    public abstract void processElement(IN1 value, ReadOnlyContext ctx, Collector<OUT> out) throws Exception;

    /** Takes a broadcast record; every instance does. */
    public abstract void processBroadcastElement(IN2 value, Context ctx, Collector<OUT> out) throws Exception;

    /** What a broadcast record may change. */
    public abstract class Context extends BaseBroadcastProcessFunction.Context {}

    /** What a record of the other side may read. */
    public abstract class ReadOnlyContext extends BaseBroadcastProcessFunction.ReadOnlyContext {}
}
