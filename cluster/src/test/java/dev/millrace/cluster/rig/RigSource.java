package dev.millrace.cluster.rig;

import dev.millrace.core.element.EndOfData;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.SplitBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Emits the numbers of its ranges. */
final class RigSource implements RigWork {

    private final RigTask task;
    private final Ranges source;
    private final List<Ranges.Range> ranges = new ArrayList<>();
    private long orders;
    private boolean noMore;
    private boolean asked;
    private long emitted;

    RigSource(RigTask task) {
        this.task = task;
        this.source = (Ranges) task.deployment.vertex().source().source();
    }

    @Override
    public void open(List<String> state, long restoredCheckpoint) {
        state.forEach(text -> ranges.addAll(Ranges.ranges(text)));
        task.events.sourceRequest(task.deployment.id(), new SourceRequest.Register("here"));
    }

    @Override
    public void step() {
        if (task.hasDataEnded()) {
            return;
        }
        if (!ranges.isEmpty()) {
            Ranges.Range range = ranges.remove(0);
            task.send(range.next());
            emitted++;
            if (range.next() + 1 < range.end()) {
                ranges.add(0, new Ranges.Range(range.first(), range.next() + 1, range.end()));
            }
        } else if (noMore) {
            task.dataEnded(EndOfData.DRAIN);
        } else if (!asked) {
            asked = true;
            task.events.sourceRequest(task.deployment.id(), new SourceRequest.Split("here"));
        }
    }

    @Override
    public void assign(long sequence, List<byte[]> splits) {
        ordered(sequence);
        asked = false;
        for (byte[] split : splits) {
            try {
                ranges.add(SplitBytes.read(source.getSplitSerializer(), split));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void noMore(long sequence) {
        ordered(sequence);
        noMore = true;
    }

    private void ordered(long sequence) {
        if (sequence != orders++) {
            throw new AssertionError("order " + sequence + " came instead of " + (orders - 1));
        }
    }

    @Override
    public void endInput(EndOfData mode) {
        if (!task.hasDataEnded()) {
            task.dataEnded(mode);
        }
    }

    @Override
    public void takeSnapshot(long id, long needed) {
        if (orders != needed) {
            throw new AssertionError(
                    "snapshot " + id + " after " + orders + " orders, but " + needed + " belong to it");
        }
        task.snapshot(id);
    }

    @Override
    public List<String> snapshot(long id) {
        return ranges.stream().map(Ranges.Range::text).toList();
    }

    @Override
    public void commit(long id) {}

    @Override
    public void finished() {}

    @Override
    public long records() {
        return emitted;
    }
}
