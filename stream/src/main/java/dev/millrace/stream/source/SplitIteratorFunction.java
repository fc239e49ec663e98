package dev.millrace.stream.source;

import dev.millrace.core.function.SplittableIterator;
import java.util.Iterator;

/** Emits what this instance's part of an iterator gives. */
public final class SplitIteratorFunction<T> extends RichParallelSourceFunction<T> {
    private static final long serialVersionUID = 1;

    private final SplittableIterator<T> whole;
    private transient volatile boolean cancelled;

    public SplitIteratorFunction(SplittableIterator<T> whole) {
        this.whole = whole;
    }

    @Override
    public void run(SourceContext<T> context) {
        int index = getRuntimeContext().getIndexOfThisSubtask();
        Iterator<T> part = whole.getSplit(index, getRuntimeContext().getNumberOfParallelSubtasks());
        while (!cancelled && part.hasNext()) {
            synchronized (context.getCheckpointLock()) {
                context.collect(part.next());
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
