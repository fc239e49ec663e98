package dev.millrace.testkit.harness;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.time.Timer;
import java.util.List;
import java.util.Map;

/** A snapshot that a harness has taken. It stays as it is, and any harness of the same part of a program can go on from it. */
public final class HarnessSnapshot {
    private final FileSystem files;
    private final String path;
    private final Map<String, List<Timer>> timers;

    /**
     * @param timers those that had not fired, by operator id
     */
    HarnessSnapshot(FileSystem files, String path, Map<String, List<Timer>> timers) {
        this.files = files;
        this.path = path;
        this.timers = Map.copyOf(timers);
    }

    FileSystem files() {
        return files;
    }

    String path() {
        return path;
    }

    List<Timer> timers(String operator) {
        return timers.getOrDefault(operator, List.of());
    }
}
