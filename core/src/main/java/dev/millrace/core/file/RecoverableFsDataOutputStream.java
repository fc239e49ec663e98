package dev.millrace.core.file;

import dev.millrace.core.ModelApi;
import java.io.IOException;

/** A file that is being written and that nobody sees yet: it can be resumed after a crash, and published in one step. */
@ModelApi
public abstract class RecoverableFsDataOutputStream extends FSDataOutputStream {

    /** Makes what was written so far durable; the answer is enough to go on from here in another process. */
    public abstract RecoverableWriter.ResumeRecoverable persist() throws IOException;

    /** Ends the file and makes it durable, still unseen. */
    public abstract Committer closeForCommit() throws IOException;

    /** Publishes a finished file. */
    @ModelApi
    public interface Committer {

        /** Publishes the file; an error if its data are gone. */
        void commit() throws IOException;

        /** Publishes the file unless that has been done before a crash, which this finds out. */
        void commitAfterRecovery() throws IOException;

        /** What another process needs to do the same. */
        RecoverableWriter.CommitRecoverable getRecoverable();
    }
}
