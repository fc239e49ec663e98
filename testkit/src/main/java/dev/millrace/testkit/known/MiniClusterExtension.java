package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The extension by which JUnit 5 tests got a cluster. There is nothing to start, a job's cluster comes and goes with it; while
 * the extension holds, programs have the parallelism that the cluster's slots would give them.
 */
@ModelApi
public final class MiniClusterExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final MiniClusterResourceConfiguration configuration;

    public MiniClusterExtension() {
        this(new MiniClusterResourceConfiguration.Builder().build());
    }

    public MiniClusterExtension(MiniClusterResourceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        begin();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        begin();
    }

    private void begin() {
        ContextEnvironment.begin(getNumberSlots(), configuration.getConfiguration());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ContextEnvironment.end();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ContextEnvironment.end();
    }

    /** The slots of all task managers of the configuration. */
    public int getNumberSlots() {
        return configuration.getNumberTaskManagers() * configuration.getNumberSlotsPerTaskManager();
    }
}
