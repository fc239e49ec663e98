package dev.millrace.stream.source;

import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.type.TypeSystem;
import java.util.concurrent.CancellationException;

/** Takes what a source function emits: under the checkpoint lock, into the hand-over. Used by the function's threads. */
final class FunctionContext<T> implements SourceFunction.SourceContext<T> {

    private final Object lock;
    private final LockHolder holder;
    private final Handover handover;
    private final TypeSystem types;

    FunctionContext(Object lock, LockHolder holder, Handover handover, TypeSystem types) {
        this.lock = lock;
        this.holder = holder;
        this.handover = handover;
        this.types = types;
    }

    @Override
    public void collect(T element) {
        put(new Handover.Record(copy(element), Batch.NO_TIMESTAMP));
    }

    @Override
    public void collectWithTimestamp(T element, long timestamp) {
        put(new Handover.Record(copy(element), timestamp));
    }

    /** The function may change its value at once, while the task comes to it later. */
    private Object copy(T element) {
        return element == null || types.typeOf(element).immutable() ? element : types.copy(element);
    }

    @Override
    public void emitWatermark(Watermark mark) {
        put(new Handover.Mark(mark.getTimestamp()));
    }

    @Override
    public void markAsTemporarilyIdle() {
        put(new Handover.Idle());
    }

    private void put(Handover.Item item) {
        if (!Thread.holdsLock(lock)) {
            holder.giveWay();
        }
        synchronized (lock) {
            try {
                if (!handover.put(item)) {
                    throw new CancellationException("the source was cancelled; nothing can be emitted any more");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (CancellationException)
                        new CancellationException("interrupted while waiting for room").initCause(e);
            }
        }
    }

    @Override
    public Object getCheckpointLock() {
        return lock;
    }

    @Override
    public void close() {}
}
