package dev.millrace.cluster.client;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.Disowned;
import dev.millrace.cluster.protocol.ControlMessage.FactsOfJob;
import dev.millrace.cluster.protocol.ControlMessage.Heartbeat;
import dev.millrace.cluster.protocol.ControlMessage.JobEnded;
import dev.millrace.cluster.protocol.ControlMessage.JobStatusChanged;
import dev.millrace.cluster.protocol.ControlMessage.JobStopped;
import dev.millrace.cluster.protocol.ControlMessage.Reported;
import dev.millrace.cluster.protocol.ControlMessage.SubmitJob;
import dev.millrace.cluster.protocol.ControlMessage.TallyUpdate;
import dev.millrace.cluster.protocol.Courier;
import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The node that submits jobs and hears of them. All but {@link #submit} is called on the node's thread. */
public final class JobClient implements Node {

    private final NodeContext node;
    private final NodeId jobManager;
    private final Courier courier;
    private final Map<String, SubmittedJob> jobs = new LinkedHashMap<>();

    public JobClient(NodeContext node, NodeId jobManager) {
        this.node = node;
        this.jobManager = jobManager;
        this.courier = new Courier(node);
    }

    /**
     * Submits a job. Any thread may call it.
     *
     * @param id 32 hexadecimal digits that no other job has
     * @throws IllegalArgumentException when the graph cannot be serialized; names what in it cannot
     */
    public JobHandle submit(String id, JobGraph graph, ClassLoader userClasses) {
        byte[] bytes = bytes(graph);
        SubmittedJob job = new SubmittedJob(id, graph.name(), userClasses, this, node.background());
        node.thread().execute(() -> {
            jobs.put(id, job);
            courier.send(jobManager, new SubmitJob(id, bytes));
        });
        return job;
    }

    private static byte[] bytes(JobGraph graph) {
        try {
            return JavaBytes.write(graph);
        } catch (IOException unserializable) {
            throw new IllegalArgumentException(
                    "job '" + graph.name() + "' cannot be sent to where it runs, because a value in it cannot be"
                            + " serialized: " + unserializable.getMessage()
                            + "; make its class Serializable, or the field transient, or create it in open()",
                    unserializable);
        }
    }

    /** Tells the job manager what the user of a job wants. Any thread may call it. */
    void request(ControlMessage message) {
        node.thread().execute(() -> courier.send(jobManager, message));
    }

    @Override
    public void onMessage(NodeId from, ControlMessage message) {
        courier.receive(from, message).forEach(this::take);
    }

    private void take(ControlMessage message) {
        if (message instanceof JobStatusChanged m) {
            with(m.job(), job -> job.statusChanged(m.status()));
        } else if (message instanceof Reported m) {
            with(m.task().jobId(), job -> job.reported(m));
        } else if (message instanceof TallyUpdate m) {
            with(m.job(), job -> job.accumulated(m.task(), m.tally()));
        } else if (message instanceof FactsOfJob m) {
            with(m.job(), job -> job.answered(m));
        } else if (message instanceof JobStopped m) {
            with(m.job(), job -> job.stopped(m.path(), m.failure()));
        } else if (message instanceof JobEnded m) {
            SubmittedJob job = jobs.remove(m.job());
            if (job != null) {
                job.ended(m);
            }
        } else if (!(message instanceof Heartbeat || message instanceof Disowned)) {
            throw new IllegalArgumentException("a client takes no " + message);
        }
    }

    private void with(String id, java.util.function.Consumer<SubmittedJob> action) {
        SubmittedJob job = jobs.get(id);
        if (job != null) {
            action.accept(job);
        }
    }

    @Override
    public void onTick(long nowMillis) {
        courier.onTick(nowMillis);
    }

    /** Ends the waiting for all jobs: the cluster is broken. */
    public void giveUp(Throwable fault) {
        jobs.values().forEach(job -> job.lost(fault));
        jobs.clear();
    }
}
