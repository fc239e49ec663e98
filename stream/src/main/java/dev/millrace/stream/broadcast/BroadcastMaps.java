package dev.millrace.stream.broadcast;

import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.stream.operator.UserFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The maps that a broadcast stream was declared with. */
final class BroadcastMaps {

    private final Map<String, BroadcastState<?, ?>> byName = new LinkedHashMap<>();

    /** Finds the maps, restored ones included, whether the function asks for them or not. */
    BroadcastMaps(List<MapStateDescriptor<?, ?>> descriptors, UserFunction life) {
        for (MapStateDescriptor<?, ?> descriptor : descriptors) {
            byName.put(descriptor.getName(), life.broadcastState(descriptor));
        }
    }

    @SuppressWarnings("unchecked") // the descriptor's types stand for what the program put in
    <K, V> BroadcastState<K, V> get(MapStateDescriptor<K, V> descriptor) {
        BroadcastState<?, ?> state = byName.get(descriptor.getName());
        if (state == null) {
            throw new IllegalArgumentException("there is no broadcast state '" + descriptor.getName()
                    + "'; the stream was broadcast with " + byName.keySet() + ": name it in broadcast(...)");
        }
        return (BroadcastState<K, V>) state;
    }
}
