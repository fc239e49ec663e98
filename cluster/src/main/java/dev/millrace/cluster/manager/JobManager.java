package dev.millrace.cluster.manager;

import dev.millrace.cluster.checkpoint.Storage;
import dev.millrace.cluster.job.JobEnvironment;
import dev.millrace.cluster.job.JobMaster;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.AskFacts;
import dev.millrace.cluster.protocol.ControlMessage.CancelJob;
import dev.millrace.cluster.protocol.ControlMessage.Disowned;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.Heartbeat;
import dev.millrace.cluster.protocol.ControlMessage.RegisterTaskManager;
import dev.millrace.cluster.protocol.ControlMessage.ReportTaken;
import dev.millrace.cluster.protocol.ControlMessage.StopJob;
import dev.millrace.cluster.protocol.ControlMessage.SubmitJob;
import dev.millrace.cluster.protocol.Courier;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.NodeId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The node that runs jobs: takes them in, finds slots for them, and masters them. */
public final class JobManager implements Node {

    static final long HEARTBEAT_MILLIS = 1_000;

    /** So many task managers that were given up are remembered, to be told so when they come back. */
    private static final int DISOWNED_MAX = 1_000;

    private final NodeContext node;
    private final Courier courier;
    private final ResourceManager resources = new ResourceManager();
    private final Dispatcher dispatcher;
    private final Set<NodeId> disowned = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, Boolean> eldest) {
            return size() > DISOWNED_MAX;
        }
    });
    private long heartbeatMillis;

    /**
     * @param temporaryDirectory where jobs keep their checkpoints that were not given a directory
     */
    public JobManager(NodeContext node, JobClasses classes, Storage storage, String temporaryDirectory) {
        this.node = node;
        this.courier = new Courier(node);
        this.dispatcher =
                new Dispatcher(new JobEnvironment(node, courier, resources, storage, temporaryDirectory), classes);
        this.heartbeatMillis = node.nowMillis();
    }

    @Override
    public void onMessage(NodeId from, ControlMessage message) {
        if (disowned.contains(from)) {
            node.post().send(from, new Disowned());
            return;
        }
        resources.heard(from);
        courier.receive(from, message).forEach(body -> take(from, body));
    }

    private void take(NodeId from, ControlMessage message) {
        if (message instanceof FromTask fromTask) {
            dispatcher.fromTask(fromTask);
        } else if (message instanceof RegisterTaskManager offer) {
            resources.registered(from, offer.slots(), node.nowMillis());
            dispatcher.onTick(node.nowMillis());
        } else if (message instanceof SubmitJob job) {
            dispatcher.submit(from, job);
        } else if (message instanceof CancelJob cancel) {
            dispatcher.request(cancel.job(), cancel);
        } else if (message instanceof AskFacts ask) {
            dispatcher.request(ask.job(), ask);
        } else if (message instanceof StopJob stop) {
            dispatcher.request(stop.job(), stop);
        } else if (message instanceof ReportTaken taken) {
            dispatcher.request(taken.task().jobId(), taken);
        } else if (!(message instanceof Heartbeat)) {
            throw new IllegalArgumentException("a job manager takes no " + message);
        }
    }

    @Override
    public void onTick(long nowMillis) {
        courier.onTick(nowMillis);
        if (nowMillis - heartbeatMillis >= HEARTBEAT_MILLIS) {
            heartbeatMillis = nowMillis;
            resources.taskManagers().forEach(taskManager -> node.post().send(taskManager, new Heartbeat()));
        }
        for (NodeId lost : resources.lost(nowMillis)) {
            disowned.add(lost);
            courier.forget(lost);
            dispatcher.taskManagerLost(lost);
        }
        dispatcher.onTick(nowMillis);
    }

    /** Ends all jobs without a result; they can go on elsewhere from their newest checkpoints. */
    public void suspendAll() {
        dispatcher.suspendAll();
    }

    /** The master of a job that has not ended, or null. */
    public JobMaster job(String id) {
        return dispatcher.job(id);
    }
}
