package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;

/**
 * Where records come from: one enumerator finds the splits and deals them out, many readers read them. The source itself
 * is data that travels with the job; it opens nothing before an enumerator or a reader is made.
 *
 * @param <T> the records
 * @param <SplitT> the splits
 * @param <EnumChkT> what the enumerator keeps in a checkpoint
 */
@ModelApi
public interface Source<T, SplitT extends SourceSplit, EnumChkT> extends SourceReaderFactory<T, SplitT> {

    Boundedness getBoundedness();

    /** The enumerator of a job that starts afresh. */
    SplitEnumerator<SplitT, EnumChkT> createEnumerator(SplitEnumeratorContext<SplitT> enumContext) throws Exception;

    /** The enumerator of a job that goes on from a checkpoint. */
    SplitEnumerator<SplitT, EnumChkT> restoreEnumerator(SplitEnumeratorContext<SplitT> enumContext, EnumChkT checkpoint)
            throws Exception;

    SimpleVersionedSerializer<SplitT> getSplitSerializer();

    SimpleVersionedSerializer<EnumChkT> getEnumeratorCheckpointSerializer();
}
