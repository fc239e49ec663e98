package dev.millrace.testkit.simulation;

/**
 * How large a simulated cluster is and how fast.
 *
 * @param slots of each task manager
 * @param stepNanosMax how long a ready task waits for its step at most
 * @param backgroundMillisMax how long background work waits at most
 * @param memoryBytes the budget of each task manager
 * @param wires between tasks; null for the channels that tasks of one process use
 */
record ClusterSize(
        int taskManagers,
        int slots,
        long stepNanosMax,
        int backgroundMillisMax,
        long memoryBytes,
        int tickMillis,
        WireLimits wires,
        NetworkWeather network) {}
