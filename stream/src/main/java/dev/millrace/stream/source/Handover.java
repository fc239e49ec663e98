package dev.millrace.stream.source;

import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.Watermark;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a source function has emitted and its task has not taken yet, in order and bounded. Its threads put in, the task's
 * thread takes out.
 */
final class Handover {

    /** How many records and marks may wait. */
    static final int ITEMS_MAX = 1_024;

    /** What waits; of these, records and marks alike belong to a snapshot that is taken meanwhile. */
    sealed interface Item extends Serializable {}

    /** A record; {@link Batch#NO_TIMESTAMP} stands for no timestamp. */
    record Record(Object value, long timestamp) implements Item {}

    /** A watermark. */
    record Mark(long timestamp) implements Item {}

    /** Idleness. */
    record Idle() implements Item {}

    private final Deque<Item> items = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private boolean ended;
    private boolean closed;
    private Throwable failure;

    /** Puts an item in; waits for room. False when nobody will take it any more. */
    synchronized boolean put(Item item) throws InterruptedException {
        while (items.size() >= ITEMS_MAX && !closed) {
            wait();
        }
        if (closed) {
            return false;
        }
        items.add(item);
        available.complete(null);
        return true;
    }

    /** Puts restored items in, before all others. */
    synchronized void restore(List<Item> restored) {
        items.addAll(restored);
    }

    /** Nothing will be put in any more; {@code thrown} is null when all went well. */
    synchronized void end(Throwable thrown) {
        ended = true;
        failure = closed ? null : thrown;
        available.complete(null);
        notifyAll();
    }

    /** Nothing will be taken any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits until nothing will be put in any more, for a bounded time; false when it has not come to that. */
    synchronized boolean awaitEnd(long millis) throws InterruptedException {
        if (!ended) {
            wait(millis);
        }
        return ended;
    }

    /** Takes up to so many items out. */
    synchronized List<Item> take(int most) {
        List<Item> taken = new ArrayList<>(Math.min(most, items.size()));
        boolean wasFull = items.size() >= ITEMS_MAX;
        while (taken.size() < most && !items.isEmpty()) {
            taken.add(items.poll());
        }
        if (wasFull && !taken.isEmpty()) {
            notifyAll();
        }
        if (items.isEmpty() && !ended) {
            available = new CompletableFuture<>();
        }
        return taken;
    }

    /** What waits now. */
    synchronized List<Item> waiting() {
        return List.copyOf(items);
    }

    synchronized boolean isEmpty() {
        return items.isEmpty();
    }

    /** Completes when there is something to take, or the end. */
    synchronized CompletableFuture<Void> available() {
        return available;
    }

    /** Whether all has been taken and nothing will come; what the function threw is thrown here. */
    synchronized boolean isOver() throws Exception {
        if (failure instanceof Exception exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return ended && items.isEmpty();
    }

    /** Gives an item to the source's output. */
    @SuppressWarnings("unchecked") // the function's records are the source's
    static <T> void emit(Item item, SourceOutput<T> output) {
        if (item instanceof Record record) {
            if (record.timestamp() == Batch.NO_TIMESTAMP) {
                output.collect((T) record.value());
            } else {
                output.collect((T) record.value(), record.timestamp());
            }
        } else if (item instanceof Mark mark) {
            output.emitWatermark(new Watermark(mark.timestamp()));
        } else {
            output.markIdle();
        }
    }
}
