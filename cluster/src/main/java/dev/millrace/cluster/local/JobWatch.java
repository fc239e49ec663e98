package dev.millrace.cluster.local;

import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;

/** Hears of the jobs of this process. Called by the threads that submit them. */
public interface JobWatch {

    /** A job is about to be submitted. What this throws is thrown at the program, and the job is not submitted. */
    void submitting(JobGraph graph);

    /** A job was submitted. */
    void submitted(JobGraph graph, JobHandle job);
}
