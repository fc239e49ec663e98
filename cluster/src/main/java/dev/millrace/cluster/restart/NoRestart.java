package dev.millrace.cluster.restart;

import java.util.OptionalLong;

/** The first failure is the last. */
final class NoRestart implements RestartPolicy {

    @Override
    public OptionalLong onFailure(long nowMillis) {
        return OptionalLong.empty();
    }

    @Override
    public String exhausted() {
        return "it has no restart strategy";
    }
}
