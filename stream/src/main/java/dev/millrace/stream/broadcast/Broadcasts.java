package dev.millrace.stream.broadcast;

import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.state.MapStateDescriptor;
import java.util.List;

/** Makes the factories of this room's operators. Functions are serialized with them. */
public final class Broadcasts {

    private Broadcasts() {}

    /** An operator that runs a {@link BroadcastProcessFunction}; what is broadcast comes to input 1. */
    public static <A, B, O> OperatorFactory<Object, O> process(
            BroadcastProcessFunction<A, B, O> function, List<MapStateDescriptor<?, ?>> descriptors) {
        return () -> new BroadcastOperator<>(function, descriptors);
    }

    /** An operator that runs a {@link KeyedBroadcastProcessFunction}; what is broadcast comes to input 1, without keys. */
    public static <K, A, B, O> OperatorFactory<Object, O> keyedProcess(
            KeyedBroadcastProcessFunction<K, A, B, O> function, List<MapStateDescriptor<?, ?>> descriptors) {
        return () -> new KeyedBroadcastOperator<>(function, descriptors);
    }
}
