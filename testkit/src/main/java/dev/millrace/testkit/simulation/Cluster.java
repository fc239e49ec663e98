package dev.millrace.testkit.simulation;

import dev.millrace.cluster.client.JobClient;
import dev.millrace.cluster.manager.JobManager;
import dev.millrace.cluster.manager.TaskManager;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.HostServices;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.testkit.law.LawfulChannels;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One life of a cluster: a job manager, a client and some task managers, from their start until all have died. */
final class Cluster {
    private static final String TEMPORARY = "/temporary";
    /** How long a task manager needs to come back. */
    private static final long COMES_BACK_MILLIS_MAX = 2_000;

    private final World world;
    private final SimulatedDisk disk;
    private final ClusterSize size;
    private final Parts parts;
    private final ClassLoader userClasses = Thread.currentThread().getContextClassLoader();
    private final Phases phases;
    private final Network network;
    private final LawfulChannels channelLaws = new LawfulChannels();
    private final SimulatedWires wires;
    private final ChannelHub shared = new MemoryChannels();
    private final List<Worker> workers = new ArrayList<>();
    private final SimulatedNode manager;
    private final SimulatedNode user;
    private final JobClient client;
    private final int generation;
    private long incarnations;

    /** A task manager in its process. */
    record Worker(SimulatedNode node, TaskManager taskManager, SimulatedHost host) {}

    /**
     * @param onPhase is told of each phase that a process enters
     * @param generation how many clusters there have been before it in this world
     */
    Cluster(
            World world,
            SimulatedDisk disk,
            ClusterSize size,
            Parts parts,
            BiConsumer<Phase, Process> onPhase,
            int generation) {
        this.parts = parts;
        this.world = world;
        this.disk = disk;
        this.size = size;
        this.generation = generation;
        this.incarnations = generation * 1_000L;
        this.phases = new Phases(world, onPhase);
        this.network = new Network(world, phases, size.network());
        disk.watchedBy(new FilePhases(phases));
        this.wires = size.wires() == null ? null : new SimulatedWires(world, size.wires());
        this.manager = node("jm");
        this.user = node("client");
        FileSystem files = parts.files(disk.of(manager.process()));
        manager.start(network, new JobManager(manager.context(), job -> userClasses, path -> files, TEMPORARY));
        this.client = new JobClient(user.context(), manager.id());
        user.start(network, client);
        for (int i = 0; i < size.taskManagers(); i++) {
            addTaskManager();
        }
    }

    private SimulatedNode node(String name) {
        return new SimulatedNode(world, new NodeId(name, incarnations++), network, size);
    }

    private void addTaskManager() {
        SimulatedNode node = node("tm");
        ChannelHub channels = channelLaws.watch(parts.channels(wires == null ? shared : wires.of(node.process())));
        HostServices services = new HostServices(
                node.clock(),
                node.context().background(),
                new MemoryBudget(size.memoryBytes()),
                channels,
                MetricTree.root("simulation"),
                world.random().nextLong(),
                node.id().toString());
        SimulatedHost host = new SimulatedHost(node.process(), services, parts, phases, size.stepNanosMax());
        FileSystem files = parts.files(disk.of(node.process()));
        TaskManager taskManager = new TaskManager(
                node.context(),
                manager.id(),
                host,
                job -> userClasses,
                path -> files,
                new TaskManager.Offer(size.slots(), node.id().toString()));
        Worker worker = new Worker(node, taskManager, host);
        workers.add(worker);
        node.start(network, taskManager);
        watch(worker);
    }

    /** A task manager that was given up makes way for another once its tasks have gone. */
    private void watch(Worker worker) {
        worker.node.process().after(TimeUnit.MILLISECONDS.toNanos(500), () -> {
            if (worker.taskManager.isDisowned() && worker.taskManager.runningTasks() == 0) {
                crash(worker);
            } else {
                watch(worker);
            }
        });
    }

    JobHandle submit(JobGraph graph) {
        return client.submit(String.format("%032x", generation + 1), graph, userClasses);
    }

    List<Worker> workers() {
        return List.copyOf(workers);
    }

    Network network() {
        return network;
    }

    SimulatedNode manager() {
        return manager;
    }

    /** A task manager dies, and another comes for it after a while. */
    void crash(Worker worker) {
        workers.remove(worker);
        die(worker.node);
        long millis = world.random().nextLong(COMES_BACK_MILLIS_MAX);
        manager.process().after(TimeUnit.MILLISECONDS.toNanos(millis), this::addTaskManager);
    }

    /** Everything dies at once. */
    void crash() {
        if (isGone()) {
            return;
        }
        die(manager);
        die(user);
        workers.forEach(worker -> die(worker.node));
        workers.clear();
    }

    /** Whether everything has died. */
    boolean isGone() {
        return !manager.process().isAlive();
    }

    private void die(SimulatedNode node) {
        phases.crash(node.process(), manager.process());
        node.process().die();
        disk.crashed(node.process());
    }

    /** How many tasks run in all task managers. */
    int runningTasks() {
        return workers.stream()
                .mapToInt(worker -> worker.taskManager.runningTasks())
                .sum();
    }
}
