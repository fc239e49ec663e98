package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Gives splits in their order to whoever asks. */
@ModelApi
public class DefaultInputSplitAssigner implements InputSplitAssigner {

    private final Deque<InputSplit> splits;

    public DefaultInputSplitAssigner(InputSplit[] splits) {
        this(Arrays.asList(splits));
    }

    public DefaultInputSplitAssigner(Collection<? extends InputSplit> splits) {
        this.splits = new ArrayDeque<>(splits);
    }

    @Override
    public InputSplit getNextInputSplit(String host, int taskId) {
        return splits.poll();
    }

    @Override
    public void returnInputSplit(List<InputSplit> returned, int taskId) {
        splits.addAll(returned);
    }
}
