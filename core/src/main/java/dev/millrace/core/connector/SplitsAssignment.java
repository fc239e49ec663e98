package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.util.List;
import java.util.Map;

/**
 * New splits for readers.
 *
 * @param assignment for a reader's number, the splits it gets beside those it has
 */
@ModelApi
public record SplitsAssignment<SplitT extends SourceSplit>(Map<Integer, List<SplitT>> assignment) {

    /** One split for one reader. */
    public SplitsAssignment(SplitT split, int subtask) {
        this(Map.of(subtask, List.of(split)));
    }
}
