package dev.millrace.cluster.schedule;

import dev.millrace.cluster.protocol.NodeId;

/** The slots of the cluster, as a job sees them. */
public interface SlotPool {

    /**
     * Gives a slot for each place that is null; all or none.
     *
     * @param places the task manager of each slot of the job
     * @return whether there were enough
     */
    boolean fill(String job, NodeId[] places);

    /** Gives all slots of a job back. */
    void release(String job);

    /** What there is, for an error: so many slots on so many task managers. */
    String offer();
}
