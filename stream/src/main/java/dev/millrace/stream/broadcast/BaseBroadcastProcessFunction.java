package dev.millrace.stream.broadcast;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.rich.AbstractRichFunction;
import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReadOnlyBroadcastState;

/** What functions over a stream and a broadcast stream have in common. */
@ModelApi
public abstract class BaseBroadcastProcessFunction extends AbstractRichFunction {

    /** What is known about a record of either side. */
    public abstract class BaseContext {

        /** The record's timestamp, milliseconds since the epoch; null when it has none. */
        public abstract Long timestamp();

        /** Emits to a side output. */
        public abstract <X> void output(OutputTag<X> outputTag, X value);

        /** The time of day, milliseconds since the epoch. */
        public abstract long currentProcessingTime();

        /** The event time come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
        public abstract long currentWatermark();
    }

    /** What a broadcast record may change. */
    public abstract class Context extends BaseContext {

        /**
         * A broadcast map. What is done to it must depend on broadcast records alone, so that it is the same in every
         * instance.
         */
        public abstract <K, V> BroadcastState<K, V> getBroadcastState(MapStateDescriptor<K, V> stateDescriptor);
    }

    /** What a record of the other side may read. */
    public abstract class ReadOnlyContext extends BaseContext {

        /** A broadcast map; what it gives out must not be changed. */
        public abstract <K, V> ReadOnlyBroadcastState<K, V> getBroadcastState(MapStateDescriptor<K, V> stateDescriptor);
    }
}
