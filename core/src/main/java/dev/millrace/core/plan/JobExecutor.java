package dev.millrace.core.plan;

/** Runs jobs; found by {@link java.util.ServiceLoader}. */
public interface JobExecutor {

    /** Starts a job and returns at once. A graph that cannot run is refused here, with what is wrong and the remedy. */
    JobHandle submit(JobGraph graph, ClassLoader userClasses);
}
