package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import org.junit.rules.ExternalResource;

/**
 * The rule by which JUnit 4 tests got a cluster. There is nothing to start, a job's cluster comes and goes with it; while the
 * rule holds, programs have the parallelism that the cluster's slots would give them.
 */
@ModelApi
public class MiniClusterWithClientResource extends ExternalResource {
    private final MiniClusterResourceConfiguration configuration;

    public MiniClusterWithClientResource(MiniClusterResourceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void before() {
        ContextEnvironment.begin(getNumberSlots(), configuration.getConfiguration());
    }

    @Override
    public void after() {
        ContextEnvironment.end();
    }

    /** The slots of all task managers of the configuration. */
    public int getNumberSlots() {
        return configuration.getNumberTaskManagers() * configuration.getNumberSlotsPerTaskManager();
    }
}
