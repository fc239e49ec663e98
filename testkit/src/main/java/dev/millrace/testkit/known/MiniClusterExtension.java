package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import org.junit.jupiter.api.extension.Extension;

/** The extension by which JUnit 5 tests got a cluster. There is nothing to start: a job's cluster comes and goes with it. */
@ModelApi
public final class MiniClusterExtension implements Extension {
    private final MiniClusterResourceConfiguration configuration;

    public MiniClusterExtension() {
        this(new MiniClusterResourceConfiguration.Builder().build());
    }

    public MiniClusterExtension(MiniClusterResourceConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The slots of all task managers of the configuration. */
    public int getNumberSlots() {
        return configuration.getNumberTaskManagers() * configuration.getNumberSlotsPerTaskManager();
    }
}
