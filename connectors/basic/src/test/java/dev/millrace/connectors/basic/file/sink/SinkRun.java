package dev.millrace.connectors.basic.file.sink;

import dev.millrace.connectors.basic.HandClock;
import dev.millrace.connectors.basic.HandWriterContext;
import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.CommittingSinkWriter;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.StatefulSinkWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A source of numbers, a file sink and checkpoints between them, taken by hand. Every step may be the last of an attempt:
 * then the attempt is dropped where it stands and another goes on from the last durable checkpoint.
 */
final class SinkRun {

    private static final SinkWriter.Context NO_TIME = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        public Long timestamp() {
            return null;
        }
    };

    private final FileSink<Integer> sink;
    private final HandClock clock = new HandClock();
    private final int crashAtStep;
    private int steps;
    private int attempt;
    private Durable durable = new Durable(0, List.of(), List.of());

    private int position;
    private SinkWriter<Integer> writer;
    private List<byte[]> unacknowledged = new ArrayList<>();

    /**
     * @param crashAtStep the number of the step after which the attempt is lost; steps are counted over all attempts
     */
    SinkRun(FileSink<Integer> sink, int crashAtStep) throws IOException {
        this.sink = sink;
        this.crashAtStep = crashAtStep;
    }

    /** Writes the numbers below {@code count}, a checkpoint after every {@code perCheckpoint}; answers the steps taken. */
    int run(int count, int perCheckpoint) throws Exception {
        while (true) {
            try {
                attempt(count, perCheckpoint);
                return steps;
            } catch (Crash crash) {
                attempt++;
            }
        }
    }

    private void attempt(int count, int perCheckpoint) throws Exception {
        position = durable.position;
        writer = durable.states.isEmpty() && position == 0
                ? sink.createWriter(context())
                : sink.restoreWriter(context(), decoded(sink.getWriterStateSerializer(), durable.states));
        unacknowledged = new ArrayList<>(durable.committables);
        step();
        commit();
        while (position < count) {
            writer.write(position++, NO_TIME);
            clock.advance(10);
            step();
            if (position % perCheckpoint == 0) {
                checkpoint(false);
            }
        }
        checkpoint(true);
        writer.close();
    }

    @SuppressWarnings("unchecked") // the writers of a file sink are both
    private void checkpoint(boolean end) throws Exception {
        writer.flush(end);
        step();
        unacknowledged.addAll(encoded(
                sink.getCommittableSerializer(),
                List.copyOf(((CommittingSinkWriter<Integer, FileSinkCommittable>) writer).prepareCommit())));
        step();
        List<byte[]> states = encoded(
                sink.getWriterStateSerializer(),
                ((StatefulSinkWriter<Integer, FileWriterBucketState<String>>) writer).snapshotState(1));
        step();
        durable = new Durable(position, states, List.copyOf(unacknowledged));
        step();
        commit();
    }

    /** Commits one after the other, so that an attempt can be lost between two, and before any is acknowledged. */
    private void commit() throws Exception {
        for (FileSinkCommittable committable : decoded(sink.getCommittableSerializer(), unacknowledged)) {
            sink.createCommitter(context()).commit(List.of(new Request(committable)));
            step();
        }
        unacknowledged.clear();
    }

    private void step() {
        if (steps++ == crashAtStep) {
            throw new Crash();
        }
    }

    private HandWriterContext context() {
        return new HandWriterContext("0123456789abcdef", 0, 1, attempt, clock);
    }

    private static <E> List<byte[]> encoded(SimpleVersionedSerializer<E> serializer, List<E> values)
            throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        for (E value : values) {
            bytes.add(serializer.serialize(value));
        }
        return bytes;
    }

    private static <E> List<E> decoded(SimpleVersionedSerializer<E> serializer, List<byte[]> bytes) throws IOException {
        List<E> values = new ArrayList<>();
        for (byte[] value : bytes) {
            values.add(serializer.deserialize(serializer.getVersion(), value));
        }
        return values;
    }

    private record Durable(int position, List<byte[]> states, List<byte[]> committables) {}

    /** The attempt is lost. */
    private static final class Crash extends RuntimeException {}

    record Request(FileSinkCommittable committable) implements Committer.CommitRequest<FileSinkCommittable> {

        @Override
        public FileSinkCommittable getCommittable() {
            return committable;
        }

        @Override
        public int getNumberOfRetries() {
            return 0;
        }

        @Override
        public void signalFailedWithKnownReason(Throwable t) {
            throw new AssertionError(t);
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable t) {
            throw new AssertionError(t);
        }

        @Override
        public void retryLater() {
            throw new AssertionError();
        }

        @Override
        public void updateAndRetryLater(FileSinkCommittable left) {
            throw new AssertionError();
        }

        @Override
        public void signalAlreadyCommitted() {}
    }
}
