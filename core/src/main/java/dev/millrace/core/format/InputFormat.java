package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;
import java.io.IOException;
import java.io.Serializable;

/**
 * Reads an input split by split. Each instance configures its copy, opens a split, takes records until the end is reached,
 * closes, and goes on to the next split. A split has to give the same records each time, for a restart to go on in it.
 *
 * @param <OT> the records
 * @param <T> the splits
 */
@ModelApi
public interface InputFormat<OT, T extends InputSplit> extends Serializable {

    /** Comes first. */
    void configure(Configuration parameters);

    /** What is known about the input; null for nothing. Never asked. */
    BaseStatistics getStatistics(BaseStatistics cachedStatistics) throws IOException;

    /** The splits of the input; the same each time. */
    T[] createInputSplits(int minNumSplits) throws IOException;

    /** Never asked: splits are dealt out in turn. */
    InputSplitAssigner getInputSplitAssigner(T[] inputSplits);

    /** Begins a split. */
    void open(T split) throws IOException;

    /** Whether the split has no further record. */
    boolean reachedEnd() throws IOException;

    /**
     * The next record; null for none, and then the end is asked for again.
     *
     * @param reuse null: a record is new each time
     */
    OT nextRecord(OT reuse) throws IOException;

    /** Ends a split. */
    void close() throws IOException;
}
