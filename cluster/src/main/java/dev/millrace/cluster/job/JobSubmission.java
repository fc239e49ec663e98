package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.core.plan.JobGraph;

/**
 * A job that has been handed in.
 *
 * @param graph a copy that shares no object with the one of whoever submitted it
 * @param client who submitted it and hears of it
 */
public record JobSubmission(String id, JobGraph graph, ClassLoader userClasses, NodeId client) {}
