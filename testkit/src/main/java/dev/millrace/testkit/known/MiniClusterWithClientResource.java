package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import org.junit.rules.ExternalResource;

/** The rule by which JUnit 4 tests got a cluster. There is nothing to start: a job's cluster comes and goes with it. */
@ModelApi
public class MiniClusterWithClientResource extends ExternalResource {
    private final MiniClusterResourceConfiguration configuration;

    public MiniClusterWithClientResource(MiniClusterResourceConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The slots of all task managers of the configuration. */
    public int getNumberSlots() {
        return configuration.getNumberTaskManagers() * configuration.getNumberSlotsPerTaskManager();
    }
}
