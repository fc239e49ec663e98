package dev.millrace.cluster.control;

import java.io.IOException;

/** A request was not granted; the message says why. */
public final class RefusedException extends IOException {
    RefusedException(String why) {
        super(why);
    }
}
