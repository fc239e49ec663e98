package dev.millrace.cluster.rig;

import dev.millrace.cluster.client.JobClient;
import dev.millrace.cluster.manager.JobManager;
import dev.millrace.cluster.manager.TaskManager;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.MessageCodec;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.protocol.Post;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.network.ChannelId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A cluster of one job manager, some task managers and a client. */
public final class Rig {

    private static final Pattern PUBLISHED = Pattern.compile(".*/chk-(\\d+)/manifest");
    private static final int TICK_MILLIS = 10;
    private static final int POST_DELAY_MILLIS_MAX = 30;
    private static final int QUICK_MILLIS_MAX = 20;
    private static final int SLOW_MILLIS_MAX = 300;

    final World world;
    public final MemoryFiles files;
    public final Ledger ledger;
    private final double lossRate;
    private final int backgroundMillisMax;
    private final MessageCodec codec = new MessageCodec();
    private final Map<String, Member> members = new TreeMap<>();
    private final Map<ChannelId, Deque<Object>> channels = new TreeMap<>();
    private final List<RigHost> hosts = new ArrayList<>();
    private JobManager jobManager;
    private JobClient client;
    private NodeId jobManagerId;
    private NodeId clientId;
    private long incarnations;

    /** A node and whether it is still there. */
    private static final class Member {
        final NodeId id;
        Node node;
        boolean gone;

        Member(NodeId id) {
            this.id = id;
        }
    }

    /** @param lossRate the share of messages that are lost, and of those that come twice */
    public Rig(long seed, double lossRate) {
        this(seed, lossRate, new MemoryFiles(), new Ledger());
    }

    /** A cluster that comes after another one over the same files. */
    public Rig(long seed, double lossRate, MemoryFiles files, Ledger ledger) {
        this.world = new World(seed);
        this.lossRate = lossRate;
        boolean slow = lossRate > 0 && world.random.nextInt(4) == 0;
        this.backgroundMillisMax = slow ? SLOW_MILLIS_MAX : QUICK_MILLIS_MAX;
        this.files = files;
        this.ledger = ledger;
    }

    public Rig start(int taskManagers, int slots) {
        jobManagerId = new NodeId("job-manager", incarnations++);
        clientId = new NodeId("client", incarnations++);
        Member manager = new Member(jobManagerId);
        jobManager = new JobManager(context(manager), job -> Rig.class.getClassLoader(), path -> files, "/tmp");
        manager.node = jobManager;
        join(manager);
        Member user = new Member(clientId);
        client = new JobClient(context(user), jobManagerId);
        user.node = client;
        join(user);
        for (int i = 0; i < taskManagers; i++) {
            addTaskManager(slots);
        }
        return this;
    }

    public void addTaskManager(int slots) {
        Member member = new Member(new NodeId("task-manager", incarnations++));
        RigHost host = new RigHost(this);
        hosts.add(host);
        member.node = new TaskManager(
                context(member),
                jobManagerId,
                host,
                job -> Rig.class.getClassLoader(),
                path -> files,
                new TaskManager.Offer(slots, "host-" + member.id.incarnation()));
        join(member);
    }

    /** A task manager dies with its tasks. */
    public void killTaskManager(int which) {
        hosts.get(which).die();
        int seen = 0;
        for (Member member : members.values()) {
            if (member.node instanceof TaskManager && seen++ == which) {
                member.gone = true;
            }
        }
    }

    private void join(Member member) {
        members.put(member.id.toString(), member);
        tick(member);
    }

    private void tick(Member member) {
        world.after(TICK_MILLIS, () -> {
            if (!member.gone) {
                member.node.onTick(world.nowMillis());
                tick(member);
            }
        });
    }

    private NodeContext context(Member member) {
        Post post = (to, message) -> send(member.id, to, message);
        return new NodeContext(
                member.id,
                post,
                world.clock,
                world.random.split(),
                action -> world.after(0, () -> {
                    if (!member.gone) {
                        action.run();
                    }
                }),
                action -> world.soon(backgroundMillisMax, action));
    }

    private void send(NodeId from, NodeId to, ControlMessage message) {
        byte[] bytes = codec.encode(message);
        if (world.random.nextDouble() >= lossRate) {
            carry(from, to, bytes);
        }
        if (world.random.nextDouble() < lossRate) {
            carry(from, to, bytes);
        }
    }

    private void carry(NodeId from, NodeId to, byte[] bytes) {
        world.soon(POST_DELAY_MILLIS_MAX, () -> {
            Member member = members.get(to.toString());
            if (member != null && !member.gone) {
                member.node.onMessage(from, decoded(bytes));
            }
        });
    }

    private ControlMessage decoded(byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JobHandle submit(JobGraph graph) {
        return client.submit("job" + Long.toHexString(world.random.nextLong()), graph, Rig.class.getClassLoader());
    }

    public boolean run(long limitMillis, BooleanSupplier until) {
        return world.run(limitMillis, until);
    }

    public JobManager jobManager() {
        return jobManager;
    }

    Deque<Object> channel(ChannelId id) {
        return channels.computeIfAbsent(id, i -> new ArrayDeque<>());
    }

    /** A commit may only follow a checkpoint that is durable. */
    void requirePublished(long checkpoint) {
        boolean published = files.names().stream()
                .map(PUBLISHED::matcher)
                .anyMatch(name -> name.matches() && Long.parseLong(name.group(1)) >= checkpoint);
        if (!published) {
            throw new AssertionError("checkpoint " + checkpoint + " was announced before it was published");
        }
    }

    /** All tasks that run now. */
    public List<RigTask> tasks() {
        List<RigTask> tasks = new ArrayList<>();
        hosts.forEach(host -> tasks.addAll(host.tasks()));
        return tasks;
    }

    public World world() {
        return world;
    }
}
