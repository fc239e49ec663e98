package dev.millrace.cluster.client;

import dev.millrace.cluster.protocol.Accumulated;
import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.runtime.TaskId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accumulators of a job as far as they are known. Written by one thread, read by any. */
final class KnownAccumulators {

    private static final Logger LOG = LoggerFactory.getLogger(KnownAccumulators.class);

    private final ClassLoader userClasses;
    private volatile List<byte[]> parts = List.of();
    private final Map<String, byte[]> ofTasks = new LinkedHashMap<>();

    KnownAccumulators(ClassLoader userClasses) {
        this.userClasses = userClasses;
    }

    /** A task has finished; what an earlier attempt of it had accumulated does not count any more. */
    void ofTask(TaskId task, byte[] values) {
        ofTasks.put(task.vertex() + "/" + task.instance(), values);
        parts = List.copyOf(ofTasks.values());
    }

    /** The job has ended; null when its accumulators could not be merged. */
    void ofJob(byte[] values) {
        if (values != null) {
            parts = List.of(values);
        }
    }

    /** A fresh copy. */
    Map<String, Accumulator<?, ?>> merged() {
        try {
            return Accumulated.merge(parts, userClasses);
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.warn("The accumulators of a job cannot be merged", unreadable);
            return Map.of();
        }
    }
}
