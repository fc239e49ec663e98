package dev.millrace.state.snapshot;

import java.io.IOException;

/** A file of a checkpoint that is absent, cut off or changed; the message names the file and the remedy. */
public final class DamagedCheckpointException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedCheckpointException(Object file, String what, Throwable cause) {
        super("Checkpoint file " + file + " " + what + "; restore another checkpoint by its path", cause);
    }
}
