package dev.millrace.cluster.control;

import dev.millrace.core.plan.JobHandle;

/**
 * A job of this process that has not ended.
 *
 * @param sinceMillis when it was submitted, milliseconds since the epoch
 */
public record RunningJob(JobHandle handle, String name, long sinceMillis) {}
