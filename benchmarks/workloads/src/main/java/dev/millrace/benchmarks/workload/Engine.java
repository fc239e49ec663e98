package dev.millrace.benchmarks.workload;

/** What runs workloads: a stream processor, or programs written by hand. The one on the class path is found as a service. */
public interface Engine {

    /** Runs one job and returns when it has ended; its sinks have closed their {@link Tally} then. */
    void run(Setup setup) throws Exception;

    /** What there is to say about the job that has ended, such as its checkpoints; may be empty. */
    default String note() {
        return "";
    }

    /** Ends the threads that the engine started. */
    default void stop() throws Exception {}
}
