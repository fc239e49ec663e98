package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableWriter;

/** What all buckets of a writer share. */
record FileWriting<IN, BucketID>(
        Path basePath,
        RecoverableWriter files,
        Encoder<IN> encoder,
        RollingPolicy<IN, BucketID> policy,
        PartNames names) {}
