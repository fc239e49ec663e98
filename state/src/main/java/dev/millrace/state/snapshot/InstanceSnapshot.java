package dev.millrace.state.snapshot;

import java.io.Serializable;

/** What a checkpoint holds of one instance of a vertex. */
public sealed interface InstanceSnapshot extends Serializable permits TaskSnapshot, InstanceSnapshot.Finished {

    /** The instance had come to its end and will not run again. */
    enum Finished implements InstanceSnapshot {
        FINISHED
    }
}
