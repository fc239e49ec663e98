package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceSplit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One of the sources, and its place; turns its splits into those of the whole and back. */
record Stage<T>(int index, Source<T, SourceSplit, Object> source) {

    @SuppressWarnings("unchecked") // a source fits its own splits and enumerators
    static <T> Stage<T> of(int index, Source<?, ?, ?> source) {
        return new Stage<>(index, (Source<T, SourceSplit, Object>) source);
    }

    List<HybridSourceSplit> wrap(List<SourceSplit> splits) {
        SimpleVersionedSerializer<SourceSplit> serializer = source.getSplitSerializer();
        List<HybridSourceSplit> wrapped = new ArrayList<>();
        for (SourceSplit split : splits) {
            try {
                wrapped.add(new HybridSourceSplit(
                        index,
                        HybridSourceSplit.idOf(index, split.splitId()),
                        serializer.getVersion(),
                        serializer.serialize(split)));
            } catch (IOException e) {
                throw new IllegalStateException("split '" + split.splitId() + "' cannot be serialized", e);
            }
        }
        return wrapped;
    }

    List<SourceSplit> unwrap(List<HybridSourceSplit> wrapped) {
        SimpleVersionedSerializer<SourceSplit> serializer = source.getSplitSerializer();
        List<SourceSplit> splits = new ArrayList<>();
        for (HybridSourceSplit split : wrapped) {
            try {
                splits.add(serializer.deserialize(split.version(), split.bytes()));
            } catch (IOException e) {
                throw new IllegalStateException("split '" + split.splitId() + "' cannot be read", e);
            }
        }
        return splits;
    }
}
