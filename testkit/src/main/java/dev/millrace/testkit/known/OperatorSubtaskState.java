package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.time.Timer;
import java.util.List;

/** A snapshot of the operator in a harness; another harness of the same operator can start from it. */
@ModelApi
public final class OperatorSubtaskState {
    private final FileSystem files;
    private final String path;
    private final List<Timer> timers;
    private final List<String> states;

    OperatorSubtaskState(FileSystem files, String path, List<Timer> timers, List<String> states) {
        this.files = files;
        this.path = path;
        this.timers = timers;
        this.states = states;
    }

    FileSystem files() {
        return files;
    }

    String path() {
        return path;
    }

    List<Timer> timers() {
        return timers;
    }

    List<String> states() {
        return states;
    }
}
