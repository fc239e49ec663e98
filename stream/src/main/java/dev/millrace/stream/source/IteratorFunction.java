package dev.millrace.stream.source;

import java.util.Iterator;

/** Emits what an iterator gives. */
public final class IteratorFunction<T> implements SourceFunction<T> {
    private static final long serialVersionUID = 1;

    private final Iterator<T> iterator;
    private transient volatile boolean cancelled;

    public IteratorFunction(Iterator<T> iterator) {
        this.iterator = iterator;
    }

    @Override
    public void run(SourceContext<T> context) {
        while (!cancelled && iterator.hasNext()) {
            synchronized (context.getCheckpointLock()) {
                context.collect(iterator.next());
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
