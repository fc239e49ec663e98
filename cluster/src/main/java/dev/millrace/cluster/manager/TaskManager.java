package dev.millrace.cluster.manager;

import dev.millrace.cluster.checkpoint.Storage;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.DeployTask;
import dev.millrace.cluster.protocol.ControlMessage.Disowned;
import dev.millrace.cluster.protocol.ControlMessage.FactsTold;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.Heartbeat;
import dev.millrace.cluster.protocol.ControlMessage.RegisterTaskManager;
import dev.millrace.cluster.protocol.ControlMessage.TaskCancelled;
import dev.millrace.cluster.protocol.ControlMessage.TaskFailed;
import dev.millrace.cluster.protocol.ControlMessage.TaskSilent;
import dev.millrace.cluster.protocol.ControlMessage.TellFacts;
import dev.millrace.cluster.protocol.ControlMessage.ToTask;
import dev.millrace.cluster.protocol.Courier;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.schedule.Deployment;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskHost;
import dev.millrace.runtime.TaskId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The node that runs tasks: passes the job manager's orders to the host of its process, and what tasks say back. */
public final class TaskManager implements Node {

    /**
     * A job manager that was silent for so long has given this node up, or will before another attempt of its tasks may
     * start elsewhere: it is shorter than {@link Silence#LIMIT_MILLIS}.
     */
    private static final long LEASE_MILLIS = 20_000;

    private final NodeContext node;
    private final NodeId jobManager;
    private final TaskHost host;
    private final JobClasses classes;
    private final Storage storage;
    private final Courier courier;
    private final Silence silence;
    private final Map<TaskId, HostedTask> tasks = new LinkedHashMap<>();
    /** Those that have said their last and are not gone yet. */
    private final Set<TaskId> ending = new LinkedHashSet<>();
    /** Those that have yet to say how they do. */
    private final Set<TaskId> asked = new LinkedHashSet<>();

    private final Map<String, TypeSystem> types = new LinkedHashMap<>();
    private long heartbeatMillis;
    private boolean disowned;

    /**
     * What it offers to the job manager.
     *
     * @param slots how many slots
     * @param hostName the name of the machine, by which sources choose near splits
     */
    public record Offer(int slots, String hostName) {}

    public TaskManager(
            NodeContext node, NodeId jobManager, TaskHost host, JobClasses classes, Storage storage, Offer offer) {
        this.node = node;
        this.jobManager = jobManager;
        this.host = host;
        this.classes = classes;
        this.storage = storage;
        this.courier = new Courier(node);
        this.silence = new Silence(node.nowMillis());
        this.heartbeatMillis = node.nowMillis();
        courier.send(jobManager, new RegisterTaskManager(offer.slots(), offer.hostName()));
    }

    /** Whether the job manager has given it up: it has cancelled its tasks, and a new incarnation has to take its place. */
    public boolean isDisowned() {
        return disowned;
    }

    @Override
    public void onMessage(NodeId from, ControlMessage message) {
        if (disowned) {
            return;
        }
        silence.broken();
        courier.receive(from, message).forEach(this::take);
    }

    private void take(ControlMessage message) {
        if (message instanceof DeployTask deployment) {
            deploy(deployment);
        } else if (message instanceof ToTask order) {
            HostedTask task = tasks.get(order.task());
            if (task != null) {
                if (order instanceof TellFacts ask) {
                    task.question().put(ask.request(), node.nowMillis());
                    asked.add(order.task());
                }
                task.order(order);
            }
        } else if (message instanceof Disowned) {
            disown();
        } else if (!(message instanceof Heartbeat)) {
            throw new IllegalArgumentException("a task manager takes no " + message);
        }
    }

    @Override
    public void onTick(long nowMillis) {
        if (disowned) {
            return;
        }
        courier.onTick(nowMillis);
        List.copyOf(ending).forEach(id -> bury(id, tasks.get(id)));
        asked.forEach(id -> hurry(id, tasks.get(id).question(), nowMillis));
        if (nowMillis - heartbeatMillis >= JobManager.HEARTBEAT_MILLIS) {
            heartbeatMillis = nowMillis;
            node.post().send(jobManager, new Heartbeat());
        }
        if (silence.isTooLong(nowMillis, LEASE_MILLIS)) {
            disown();
        }
    }

    private void disown() {
        disowned = true;
        List.copyOf(tasks.values()).forEach(HostedTask::cancel);
    }

    private void deploy(DeployTask message) {
        TaskId id = message.task();
        if (tasks.containsKey(id)) {
            return;
        }
        HostedTask task = new HostedTask();
        tasks.put(id, task);
        ClassLoader userClasses = classes.of(id.jobId());
        node.offload(
                () -> JavaBytes.read(message.deployment(), Deployment.class, userClasses), (deployment, failure) -> {
                    if (task.isCancelled()) {
                        ended(id, new TaskCancelled(id));
                    } else if (failure != null) {
                        ended(id, new TaskFailed(id, Failure.of(failure)));
                    } else {
                        start(id, task, deployment, userClasses);
                    }
                });
    }

    private void start(TaskId id, HostedTask task, Deployment deployment, ClassLoader userClasses) {
        TypeSystem jobTypes = types.computeIfAbsent(
                id.jobId(),
                job -> TypeSystem.create(userClasses, deployment.settings().types()));
        TaskFiles files = new TaskFiles(deployment, storage);
        task.writesTo(files);
        TaskDeployment whole = new TaskDeployment(
                id,
                deployment.job(),
                deployment.settings(),
                deployment.vertex(),
                deployment.inputs(),
                deployment.outputs(),
                jobTypes,
                userClasses,
                files,
                deployment.restore());
        task.started(host.deploy(whole, new TaskVoice(this, node.thread())));
    }

    /** Speaks for a task that does not answer. */
    private void hurry(TaskId id, Question question, long nowMillis) {
        if (question.isOverdue(nowMillis)) {
            courier.send(
                    jobManager,
                    new TaskSilent(id, question.request(), question.silentMillis(nowMillis), host.stack(id)));
        }
    }

    /** A task has answered how it does. */
    void factsTold(TaskId id, long request, TaskFacts facts) {
        HostedTask task = tasks.get(id);
        if (task != null) {
            task.question().answered(request);
            if (!task.question().isOpen()) {
                asked.remove(id);
            }
            courier.send(jobManager, new FactsTold(id, request, facts));
        }
    }

    /** A task has said something, on the node's thread. */
    void said(FromTask words) {
        if (tasks.containsKey(words.task())) {
            courier.send(jobManager, words);
        }
    }

    /** A task has written its part of a checkpoint, or could not. */
    void partDone(long checkpoint, FromTask words) {
        HostedTask task = tasks.get(words.task());
        if (task != null) {
            task.partDone(checkpoint);
            courier.send(jobManager, words);
            bury(words.task(), task);
        }
    }

    /** A task has said its last. */
    void ended(TaskId id, FromTask lastWords) {
        HostedTask task = tasks.get(id);
        if (task != null) {
            task.ended(lastWords, node.nowMillis());
            ending.add(id);
            bury(id, task);
        }
    }

    /** Passes on what a task said last, once nothing of it is left. */
    private void bury(TaskId id, HostedTask task) {
        FromTask lastWords = task.lastWords(node.nowMillis());
        if (lastWords != null) {
            tasks.remove(id);
            ending.remove(id);
            asked.remove(id);
            courier.send(jobManager, lastWords);
            if (tasks.keySet().stream().noneMatch(other -> other.jobId().equals(id.jobId()))) {
                types.remove(id.jobId());
            }
        }
    }

    /** How many tasks it runs. */
    public int runningTasks() {
        return tasks.size();
    }
}
