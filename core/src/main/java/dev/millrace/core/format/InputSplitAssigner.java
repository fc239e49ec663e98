package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import java.util.List;

/** Says which split comes next. Accepted: splits are dealt out in turn. */
@ModelApi
public interface InputSplitAssigner {

    /** The next split for a task on a host, or null when there is none. */
    InputSplit getNextInputSplit(String host, int taskId);

    /** Takes splits back that a task has not read. */
    default void returnInputSplit(List<InputSplit> splits, int taskId) {}
}
