package dev.millrace.stream.format;

import dev.millrace.core.format.InputFormat;
import dev.millrace.core.format.InputSplit;
import dev.millrace.core.format.RichInputFormat;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.stream.source.RichParallelSourceFunction;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads an input by its format. Each instance makes all splits and takes every so manieth of them; a restart goes on with
 * those that are left, behind the records that have been emitted.
 */
public final class InputFormatFunction<T, S extends InputSplit> extends RichParallelSourceFunction<T>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1;

    private final InputFormat<T, S> format;
    private transient ListState<SplitProgress> kept;
    private transient Deque<SplitProgress> left;
    private transient boolean restored;
    private transient volatile boolean cancelled;

    public InputFormatFunction(InputFormat<T, S> format) {
        this.format = format;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("splits", SplitProgress.class));
        left = new ArrayDeque<>();
        restored = context.isRestored();
        if (restored) {
            kept.get().forEach(left::add);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        kept.update(left.stream().toList());
    }

    @Override
    public void open(Configuration parameters) throws IOException {
        if (format instanceof RichInputFormat<?, ?> rich) {
            rich.setRuntimeContext(getRuntimeContext());
        }
        format.configure(new Configuration());
        if (format instanceof RichInputFormat<?, ?> rich) {
            rich.openInputFormat();
        }
        if (!restored) {
            int instances = getRuntimeContext().getNumberOfParallelSubtasks();
            S[] splits = format.createInputSplits(instances);
            for (int at = getRuntimeContext().getIndexOfThisSubtask(); at < splits.length; at += instances) {
                left.add(new SplitProgress(splits[at], 0));
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the splits are those that the format made
    public void run(SourceContext<T> context) throws Exception {
        while (!cancelled && !left.isEmpty()) {
            SplitProgress progress = left.peek();
            format.open((S) progress.split());
            try {
                skip(progress.records());
                read(context);
            } finally {
                format.close();
            }
            synchronized (context.getCheckpointLock()) {
                if (!cancelled) {
                    left.poll();
                }
            }
        }
    }

    private void skip(long records) throws IOException {
        long skipped = 0;
        while (skipped < records && !format.reachedEnd()) {
            skipped += format.nextRecord(null) == null ? 0 : 1;
        }
    }

    private void read(SourceContext<T> context) throws IOException {
        while (!cancelled && !format.reachedEnd()) {
            T next = format.nextRecord(null);
            if (next == null) {
                continue;
            }
            synchronized (context.getCheckpointLock()) {
                context.collect(next);
                SplitProgress before = left.poll();
                left.addFirst(new SplitProgress(before.split(), before.records() + 1));
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() throws Exception {
        if (format instanceof RichInputFormat<?, ?> rich) {
            rich.closeInputFormat();
        }
    }
}
