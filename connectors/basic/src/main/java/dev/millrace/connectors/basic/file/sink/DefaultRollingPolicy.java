package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.MemorySize;
import java.io.IOException;
import java.time.Duration;

/** Ends a file that has grown large, is old, or gets no more records. */
@ModelApi
public final class DefaultRollingPolicy<IN, BucketID> implements RollingPolicy<IN, BucketID> {

    private static final long serialVersionUID = 1;

    private final long partBytesMax;
    private final long ageMillisMax;
    private final long inactiveMillisMax;

    private DefaultRollingPolicy(PolicyBuilder builder) {
        this.partBytesMax = builder.partSizeMax.getBytes();
        this.ageMillisMax = builder.rolloverInterval.toMillis();
        this.inactiveMillisMax = builder.inactivityInterval.toMillis();
    }

    /** Begins with 128 MiB, a minute of age and a minute without records. */
    public static PolicyBuilder builder() {
        return new PolicyBuilder();
    }

    @Override
    public boolean shouldRollOnCheckpoint(PartFileInfo<BucketID> partFileState) throws IOException {
        return partFileState.getSize() > partBytesMax;
    }

    @Override
    public boolean shouldRollOnEvent(PartFileInfo<BucketID> partFileState, IN element) throws IOException {
        return partFileState.getSize() > partBytesMax;
    }

    @Override
    public boolean shouldRollOnProcessingTime(PartFileInfo<BucketID> partFileState, long currentTime) {
        return currentTime - partFileState.getCreationTime() >= ageMillisMax
                || currentTime - partFileState.getLastUpdateTime() >= inactiveMillisMax;
    }

    /** Says when files end. */
    @ModelApi
    public static final class PolicyBuilder {

        private MemorySize partSizeMax = MemorySize.ofMebiBytes(128);
        private Duration rolloverInterval = Duration.ofMinutes(1);
        private Duration inactivityInterval = Duration.ofMinutes(1);

        private PolicyBuilder() {}

        /** The size above which a file ends; a file exceeds it by one record at most. */
        public PolicyBuilder withMaxPartSize(MemorySize size) {
            this.partSizeMax = size;
            return this;
        }

        /** The age at which a file ends. */
        public PolicyBuilder withRolloverInterval(Duration interval) {
            this.rolloverInterval = interval;
            return this;
        }

        /** The time without records after which a file ends. */
        public PolicyBuilder withInactivityInterval(Duration interval) {
            this.inactivityInterval = interval;
            return this;
        }

        public <IN, BucketID> DefaultRollingPolicy<IN, BucketID> build() {
            return new DefaultRollingPolicy<>(this);
        }
    }
}
