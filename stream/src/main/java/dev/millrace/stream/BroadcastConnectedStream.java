package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.broadcast.BroadcastProcessFunction;
import dev.millrace.stream.broadcast.Broadcasts;
import dev.millrace.stream.broadcast.KeyedBroadcastProcessFunction;
import java.util.Arrays;

/** A stream, keyed or not, beside a broadcast stream. */
@ModelApi
public class BroadcastConnectedStream<IN1, IN2> {

    private final DataStream<IN1> first;
    private final BroadcastStream<IN2> second;

    BroadcastConnectedStream(DataStream<IN1> first, BroadcastStream<IN2> second) {
        this.first = first;
        this.second = second;
    }

    public DataStream<IN1> getFirstInput() {
        return first;
    }

    public BroadcastStream<IN2> getSecondInput() {
        return second;
    }

    private <R> SingleOutputStreamOperator<R> then(
            String kind, String name, OperatorFactory<?, ?> factory, TypeInformation<R> type) {
        StreamExecutionEnvironment environment = first.getExecutionEnvironment();
        Step step = Step.operator(kind, factory).name(name).stateful().broadcastFirst();
        first.lanes().forEach(lane -> step.reads(lane.from(), lane.tag(), lane.exchange(), 0));
        second.input().lanes().forEach(lane -> step.reads(lane.from(), lane.tag(), lane.exchange(), 1));
        if (first instanceof KeyedStream<?, ?> keyed) {
            step.keyedBy(Arrays.asList(keyed.getKeySelector(), null));
        }
        environment.program().add(step);
        return new SingleOutputStreamOperator<>(environment, step, type);
    }

    /** Whatever the function makes of each record of either stream. The first stream must have no keys. */
    public <OUT> SingleOutputStreamOperator<OUT> process(BroadcastProcessFunction<IN1, IN2, OUT> function) {
        return process(function, null);
    }

    /** Whatever the function makes of each record of either stream, of an explicit type. */
    public <OUT> SingleOutputStreamOperator<OUT> process(
            BroadcastProcessFunction<IN1, IN2, OUT> function, TypeInformation<OUT> outTypeInfo) {
        if (first instanceof KeyedStream<?, ?>) {
            throw new InvalidProgramException(
                    "a BroadcastProcessFunction takes a stream without keys; use a KeyedBroadcastProcessFunction here");
        }
        OperatorFactory<?, ?> factory =
                Broadcasts.process(first.clean(function), second.getBroadcastStateDescriptors());
        return then("broadcastProcess", "Co-Process-Broadcast", factory, outTypeInfo);
    }

    /** Whatever the function makes of each record of either stream, with state per key. The first stream must have keys. */
    public <KEY, OUT> SingleOutputStreamOperator<OUT> process(
            KeyedBroadcastProcessFunction<KEY, IN1, IN2, OUT> function) {
        return process(function, null);
    }

    /** Whatever the function makes of each record of either stream, of an explicit type. */
    public <KEY, OUT> SingleOutputStreamOperator<OUT> process(
            KeyedBroadcastProcessFunction<KEY, IN1, IN2, OUT> function, TypeInformation<OUT> outTypeInfo) {
        if (!(first instanceof KeyedStream<?, ?>)) {
            throw new InvalidProgramException(
                    "a KeyedBroadcastProcessFunction needs keys; call keyBy(...) on the stream that is not broadcast");
        }
        OperatorFactory<?, ?> factory =
                Broadcasts.keyedProcess(first.clean(function), second.getBroadcastStateDescriptors());
        return then("keyedBroadcastProcess", "Co-Process-Broadcast-Keyed", factory, outTypeInfo);
    }
}
