package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.type.TypeInformation;
import java.util.List;

/** A stream that every instance sees whole, with the maps that its records fill. */
@ModelApi
public class BroadcastStream<T> {

    private final DataStream<T> input;
    private final List<MapStateDescriptor<?, ?>> descriptors;

    BroadcastStream(DataStream<T> input, List<MapStateDescriptor<?, ?>> descriptors) {
        this.input = input;
        this.descriptors = descriptors;
    }

    public TypeInformation<T> getType() {
        return input.getType();
    }

    /** The maps that were named when the stream was broadcast. */
    public List<MapStateDescriptor<?, ?>> getBroadcastStateDescriptors() {
        return descriptors;
    }

    DataStream<T> input() {
        return input;
    }
}
