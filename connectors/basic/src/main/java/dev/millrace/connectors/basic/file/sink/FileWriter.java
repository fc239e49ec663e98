package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.connector.CommittingSinkWriter;
import dev.millrace.core.connector.StatefulSinkWriter;
import dev.millrace.core.connector.WriterInitContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes records into buckets. A bucket without a file is forgotten at the next checkpoint. */
final class FileWriter<IN, BucketID>
        implements StatefulSinkWriter<IN, FileWriterBucketState<BucketID>>,
                CommittingSinkWriter<IN, FileSinkCommittable> {

    private final WriterInitContext context;
    private final FileWriting<IN, BucketID> writing;
    private final BucketAssigner<IN, BucketID> assigner;
    private final long checkIntervalMillis;
    private final Map<BucketID, Bucket<IN, BucketID>> buckets = new LinkedHashMap<>();
    private final RecordContext record = new RecordContext();
    private boolean endOfInput;

    FileWriter(
            WriterInitContext context,
            FileWriting<IN, BucketID> writing,
            BucketAssigner<IN, BucketID> assigner,
            long checkIntervalMillis) {
        this.context = context;
        this.writing = writing;
        this.assigner = assigner;
        this.checkIntervalMillis = checkIntervalMillis;
        checkLater();
    }

    /** Goes on with the files of earlier writers. */
    void resume(Collection<FileWriterBucketState<BucketID>> states) throws IOException {
        for (FileWriterBucketState<BucketID> state : states) {
            bucket(state.bucketId()).resume(state);
        }
    }

    private Bucket<IN, BucketID> bucket(BucketID id) {
        Bucket<IN, BucketID> bucket = buckets.get(id);
        if (bucket == null) {
            bucket = new Bucket<>(id, writing);
            buckets.put(id, bucket);
        }
        return bucket;
    }

    private void checkLater() {
        context.mailbox().at(context.clock().millis() + checkIntervalMillis, () -> {
            long now = context.clock().millis();
            for (Bucket<IN, BucketID> bucket : buckets.values()) {
                bucket.onTime(now);
            }
            checkLater();
        });
    }

    @Override
    public void write(IN element, Context sinkContext) throws IOException {
        record.now = context.clock().millis();
        record.sink = sinkContext;
        bucket(assigner.getBucketId(element, record)).write(element, record.now);
    }

    @Override
    public void flush(boolean end) {
        endOfInput |= end;
    }

    @Override
    public Collection<FileSinkCommittable> prepareCommit() throws IOException {
        List<FileSinkCommittable> committables = new ArrayList<>();
        for (Iterator<Bucket<IN, BucketID>> i = buckets.values().iterator(); i.hasNext(); ) {
            Bucket<IN, BucketID> bucket = i.next();
            committables.addAll(bucket.takePending(endOfInput));
            if (!bucket.isActive()) {
                i.remove();
            }
        }
        return committables;
    }

    @Override
    public List<FileWriterBucketState<BucketID>> snapshotState(long checkpointId) throws IOException {
        List<FileWriterBucketState<BucketID>> states = new ArrayList<>();
        for (Bucket<IN, BucketID> bucket : buckets.values()) {
            if (bucket.isActive()) {
                states.add(bucket.snapshot());
            }
        }
        return states;
    }

    @Override
    public void close() throws IOException {
        for (Bucket<IN, BucketID> bucket : buckets.values()) {
            bucket.close();
        }
    }

    /** What is known about the record being written. */
    private static final class RecordContext implements BucketAssigner.Context {

        private long now;
        private Context sink;

        @Override
        public long currentProcessingTime() {
            return now;
        }

        @Override
        public long currentWatermark() {
            return sink.currentWatermark();
        }

        @Override
        public Long timestamp() {
            return sink.timestamp();
        }
    }
}
