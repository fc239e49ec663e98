package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;

/** How large the cluster of a test would be. Jobs run in the process of the test, with as many slots as they need. */
@ModelApi
public class MiniClusterResourceConfiguration {
    private final Configuration configuration;
    private final int taskManagers;
    private final int slotsPerTaskManager;

    MiniClusterResourceConfiguration(Configuration configuration, int taskManagers, int slotsPerTaskManager) {
        this.configuration = configuration;
        this.taskManagers = taskManagers;
        this.slotsPerTaskManager = slotsPerTaskManager;
    }

    public Configuration getConfiguration() {
        return configuration;
    }

    public int getNumberTaskManagers() {
        return taskManagers;
    }

    public int getNumberSlotsPerTaskManager() {
        return slotsPerTaskManager;
    }

    /** Makes configurations; one task manager with one slot unless said otherwise. */
    @ModelApi
    public static class Builder {
        private Configuration configuration = new Configuration();
        private int taskManagers = 1;
        private int slotsPerTaskManager = 1;

        public Builder setConfiguration(Configuration configuration) {
            this.configuration = configuration;
            return this;
        }

        public Builder setNumberTaskManagers(int taskManagers) {
            this.taskManagers = taskManagers;
            return this;
        }

        public Builder setNumberSlotsPerTaskManager(int slots) {
            this.slotsPerTaskManager = slots;
            return this;
        }

        public MiniClusterResourceConfiguration build() {
            return new MiniClusterResourceConfiguration(configuration, taskManagers, slotsPerTaskManager);
        }
    }
}
