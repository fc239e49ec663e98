package dev.millrace.testkit.contract;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.testkit.stand.GivenSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Emits what happens at one source, as far as it may; knows its position at each checkpoint. One for all lives of a job. */
final class ScriptReader implements SourceReader<Object, GivenSource.None> {
    private final List<Happening> script;
    private final Map<Long, Place> places = new HashMap<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private int position;
    private int limit;
    private boolean restored;

    /** How much was emitted, and how much might be: a task that has no room leaves some of it. */
    private record Place(int position, int limit) {}

    /**
     * @param script what happens at this source, its end last
     */
    ScriptReader(List<Happening> script) {
        this.script = script;
    }

    /** So much may be emitted from now on. */
    void allow(int newLimit) {
        limit = newLimit;
        available.complete(null);
    }

    int size() {
        return script.size();
    }

    int limit() {
        return limit;
    }

    /** Goes back to where it was at a checkpoint. */
    void rewind(long checkpointId) {
        Place finished = new Place(script.size(), script.size()); // it had when it was not asked
        Place place = places.getOrDefault(checkpointId, finished);
        position = place.position();
        limit = place.limit();
        restored = true;
    }

    @Override
    public void start() {
        available = new CompletableFuture<>();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Object> output) {
        if (restored) {
            restored = false;
            if (isIdle()) {
                output.markIdle();
            }
        }
        if (position == script.size()) {
            return InputStatus.END_OF_INPUT; // said again after a restore
        }
        if (position >= limit) {
            available = new CompletableFuture<>();
            return InputStatus.NOTHING_AVAILABLE;
        }
        return emit(script.get(position++), output) ? InputStatus.MORE_AVAILABLE : InputStatus.END_OF_INPUT;
    }

    private boolean isIdle() {
        boolean idle = false;
        for (Happening before : script.subList(0, position)) {
            idle = before instanceof Happening.Idle change && change.idle();
        }
        return idle;
    }

    private static boolean emit(Happening next, ReaderOutput<Object> output) {
        if (next instanceof Happening.Given given && given.timestamp() == Batch.NO_TIMESTAMP) {
            output.collect(given.value());
        } else if (next instanceof Happening.Given given) {
            output.collect(given.value(), given.timestamp());
        } else if (next instanceof Happening.Mark mark) {
            output.emitWatermark(new Watermark(mark.timestamp()));
        } else if (next instanceof Happening.Idle idle && idle.idle()) {
            output.markIdle();
        } else if (next instanceof Happening.Idle) {
            output.markActive();
        }
        return !(next instanceof Happening.End);
    }

    @Override
    public List<GivenSource.None> snapshotState(long checkpointId) {
        places.put(checkpointId, new Place(position, limit));
        return List.of();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<GivenSource.None> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
