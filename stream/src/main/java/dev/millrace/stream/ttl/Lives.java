package dev.millrace.stream.ttl;

import dev.millrace.core.state.StateTtlConfig;
import dev.millrace.core.time.Clock;

/** How long values live, and what time it is. */
record Lives(StateTtlConfig config, Clock clock) {

    /** The moment of values that are older than the time to live, when that was set later. */
    static final long UNKNOWN = Long.MIN_VALUE;

    long now() {
        return clock.millis();
    }

    boolean isOver(long lastUse) {
        return lastUse != UNKNOWN && now() - config.getTimeToLive().toMillis() >= lastUse;
    }

    /** Whether a value that was used then begins its life anew when it is read. */
    boolean beginsAnew(long lastUse) {
        return lastUse == UNKNOWN || config.getUpdateType() == StateTtlConfig.UpdateType.OnReadAndWrite;
    }

    boolean showsExpired() {
        return config.getStateVisibility() == StateTtlConfig.StateVisibility.ReturnExpiredIfNotCleanedUp;
    }
}
