package dev.millrace.runtime.source;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.SplitBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The splits of a reader as its enumerator sends them and as a snapshot keeps them, there with their event times. */
final class SplitPositions {
    private static final String SPLITS = "splits";
    private static final String SPLIT_WATERMARKS = "split-watermarks";

    private final SimpleVersionedSerializer<SourceSplit> serializer;
    private final SourceEmitter emitter;

    SplitPositions(SimpleVersionedSerializer<SourceSplit> serializer, SourceEmitter emitter) {
        this.serializer = serializer;
        this.emitter = emitter;
    }

    /** The splits that an enumerator has sent. */
    List<SourceSplit> read(List<byte[]> written) throws Exception {
        List<SourceSplit> read = new ArrayList<>();
        for (byte[] split : written) {
            read.add(SplitBytes.read(serializer, split));
        }
        return read;
    }

    /** The splits of a snapshot; the emitter knows their event times then. */
    List<SourceSplit> restore(SnapshotReader restored) throws Exception {
        Map<String, Long> watermarks = new TreeMap<>();
        List<Object> pairs = restored.items(SPLIT_WATERMARKS);
        for (int i = 0; i < pairs.size(); i += 2) {
            watermarks.put((String) pairs.get(i), (Long) pairs.get(i + 1));
        }
        List<byte[]> written = restored.items(SPLITS);
        List<SourceSplit> read = read(written);
        watermarks.keySet().retainAll(read.stream().map(SourceSplit::splitId).toList());
        emitter.restore(watermarks);
        return read;
    }

    /** Writes the splits that are left, with their event times. */
    void write(List<SourceSplit> left, SnapshotWriter writer) throws Exception {
        List<byte[]> written = new ArrayList<>();
        for (SourceSplit split : left) {
            written.add(SplitBytes.write(serializer, split));
        }
        emitter.left(left.stream().map(SourceSplit::splitId).toList());
        writer.list(SPLITS, written);
        List<Object> pairs = new ArrayList<>();
        emitter.watermarks().forEach((split, watermark) -> {
            pairs.add(split);
            pairs.add(watermark);
        });
        writer.union(SPLIT_WATERMARKS, pairs);
    }
}
