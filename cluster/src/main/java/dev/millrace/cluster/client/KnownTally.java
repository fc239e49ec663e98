package dev.millrace.cluster.client;

import dev.millrace.cluster.protocol.Tallies;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job has accumulated, as far as it is known. Written by one thread, read by any. */
final class KnownTally {

    private static final Logger LOG = LoggerFactory.getLogger(KnownTally.class);

    private final ClassLoader userClasses;
    private volatile List<byte[]> parts = List.of();
    private final Map<String, byte[]> ofTasks = new LinkedHashMap<>();

    KnownTally(ClassLoader userClasses) {
        this.userClasses = userClasses;
    }

    /** A task has told what it accumulated; what an earlier attempt of it had accumulated does not count any more. */
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
    TaskTally merged() {
        try {
            return Tallies.merge(parts, userClasses);
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.warn("The accumulators of a job cannot be merged", unreadable);
            return new TaskTally(Map.of(), Map.of());
        }
    }
}
