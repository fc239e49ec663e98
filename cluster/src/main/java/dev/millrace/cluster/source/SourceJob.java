package dev.millrace.cluster.source;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.runtime.TaskId;

/** The job as the coordinator of one source sees it. Called on the node's thread. */
public interface SourceJob {

    /** Sends something to a reader. */
    void tellReader(TaskId reader, ControlMessage message);

    void enumeratorSnapshotDone(String source, long checkpoint, byte[] state);

    void enumeratorSnapshotFailed(String source, long checkpoint, Throwable why);

    /** The enumerator threw: it is beyond use. */
    void enumeratorFailed(String source, Throwable why);
}
