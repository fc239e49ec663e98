package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.io.Serializable;
import java.time.Duration;

/**
 * How long values of a state live, by the time of day: single values as a whole, the items of lists and the entries of
 * maps each for itself. What has expired is taken away when it is met, and by and by in the background.
 */
@ModelApi
public final class StateTtlConfig implements Serializable {

    /** Values live for ever. */
    public static final StateTtlConfig DISABLED = new StateTtlConfig(new Builder(Duration.ofMillis(Long.MAX_VALUE))
            .setUpdateType(UpdateType.Disabled)
            .disableCleanupInBackground());

    /** When a life begins anew. */
    @ModelApi
    public enum UpdateType {
        /** Values live for ever. */
        Disabled,
        /** When the value is written. */
        OnCreateAndWrite,
        /** When the value is written or read. */
        OnReadAndWrite
    }

    /** Whether what has expired can be seen. */
    @ModelApi
    public enum StateVisibility {
        /** As long as it has not been taken away. */
        ReturnExpiredIfNotCleanedUp,
        /** Never. */
        NeverReturnExpired
    }

    /** The clock of lives. */
    @ModelApi
    public enum TtlTimeCharacteristic {
        ProcessingTime
    }

    private final UpdateType updateType;
    private final StateVisibility visibility;
    private final long millis;
    private final int cleanupSize;

    private StateTtlConfig(Builder builder) {
        this.updateType = builder.updateType;
        this.visibility = builder.visibility;
        this.millis = builder.millis;
        this.cleanupSize = builder.cleanupSize;
    }

    /** Begins a configuration. */
    public static Builder newBuilder(Duration ttl) {
        return new Builder(ttl);
    }

    /** Begins a configuration. */
    public static Builder newBuilder(Time ttl) {
        return new Builder(ttl.toDuration());
    }

    public UpdateType getUpdateType() {
        return updateType;
    }

    public StateVisibility getStateVisibility() {
        return visibility;
    }

    public Duration getTimeToLive() {
        return Duration.ofMillis(millis);
    }

    public TtlTimeCharacteristic getTtlTimeCharacteristic() {
        return TtlTimeCharacteristic.ProcessingTime;
    }

    public boolean isEnabled() {
        return updateType != UpdateType.Disabled;
    }

    /** How many keys are looked at with each access to the state, to take away what has expired there; 0 for none. */
    public int getIncrementalCleanupSize() {
        return cleanupSize;
    }

    /** Makes a {@link StateTtlConfig}. */
    @ModelApi
    public static final class Builder {

        private static final int CLEANUP_SIZE_DEFAULT = 5;

        private final long millis;
        private UpdateType updateType = UpdateType.OnCreateAndWrite;
        private StateVisibility visibility = StateVisibility.NeverReturnExpired;
        private int cleanupSize = CLEANUP_SIZE_DEFAULT;

        Builder(Duration ttl) {
            this.millis = ttl.toMillis();
            if (millis < 1) {
                throw new IllegalArgumentException("values cannot live for " + ttl + "; give 1 ms or more");
            }
        }

        public Builder setUpdateType(UpdateType newUpdateType) {
            updateType = newUpdateType;
            return this;
        }

        public Builder updateTtlOnCreateAndWrite() {
            return setUpdateType(UpdateType.OnCreateAndWrite);
        }

        public Builder updateTtlOnReadAndWrite() {
            return setUpdateType(UpdateType.OnReadAndWrite);
        }

        public Builder setStateVisibility(StateVisibility newVisibility) {
            visibility = newVisibility;
            return this;
        }

        public Builder returnExpiredIfNotCleanedUp() {
            return setStateVisibility(StateVisibility.ReturnExpiredIfNotCleanedUp);
        }

        public Builder neverReturnExpired() {
            return setStateVisibility(StateVisibility.NeverReturnExpired);
        }

        /** The time of day is the only clock there is. */
        public Builder setTtlTimeCharacteristic(TtlTimeCharacteristic characteristic) {
            return this;
        }

        /** The time of day is the only clock there is. */
        public Builder useProcessingTime() {
            return this;
        }

        /** Snapshots may hold what has expired; it is as expired after a restore, and never seen. */
        public Builder cleanupFullSnapshot() {
            return this;
        }

        /**
         * Says how many keys are looked at with each access to the state, to take away what has expired there.
         *
         * @param newCleanupSize 5 unless it is set
         * @param runCleanupForEveryRecord is not looked at: a state is cleaned when it is used
         */
        public Builder cleanupIncrementally(int newCleanupSize, boolean runCleanupForEveryRecord) {
            if (newCleanupSize < 1) {
                throw new IllegalArgumentException("the number of keys to clean is 1 or more, not " + newCleanupSize);
            }
            cleanupSize = newCleanupSize;
            return this;
        }

        /** Takes away only what is met. */
        public Builder disableCleanupInBackground() {
            cleanupSize = 0;
            return this;
        }

        public StateTtlConfig build() {
            return new StateTtlConfig(this);
        }
    }
}
