package dev.millrace.testkit.simulation;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.DeployTask;
import dev.millrace.cluster.protocol.ControlMessage.Sequenced;
import dev.millrace.cluster.protocol.ControlMessage.TaskCancelled;
import dev.millrace.cluster.protocol.ControlMessage.TaskFailed;
import dev.millrace.cluster.protocol.ControlMessage.TaskRunning;
import dev.millrace.cluster.protocol.MessageCodec;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.protocol.Post;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Carries messages between nodes: they travel for a while, overtake each other, get lost, and come twice. */
final class Network {
    private final World world;
    private final Phases phases;
    private final MessageCodec codec = new MessageCodec();
    private final TreeMap<String, Member> members = new TreeMap<>();
    private final TreeSet<String> cuts = new TreeSet<>();
    private NetworkWeather weather;
    private long sent;

    /** A node in the network, and the number of the message that came last on each way to it. */
    private record Member(Process process, Node node, TreeMap<String, Long> newest) {}

    Network(World world, Phases phases, NetworkWeather weather) {
        this.world = world;
        this.phases = phases;
        this.weather = weather;
    }

    void weather(NetworkWeather next) {
        weather = next;
    }

    void join(NodeId id, Process process, Node node) {
        members.put(id.toString(), new Member(process, node, new TreeMap<>()));
    }

    /** Cuts the way from one node to another, in this direction only. */
    void cut(NodeId from, NodeId to) {
        cuts.add(way(from, to));
    }

    /** Mends all ways. */
    void mend() {
        cuts.clear();
    }

    private static String way(NodeId from, NodeId to) {
        return from + " > " + to;
    }

    /** Where a node posts its messages. */
    Post of(NodeId from) {
        return (to, message) -> send(from, to, message);
    }

    private void send(NodeId from, NodeId to, ControlMessage message) {
        MessageText.requireExplained(world, message);
        leaveDeployment(from, message);
        byte[] bytes = codec.encode(message);
        boolean lost = cuts.contains(way(from, to)) || chance(weather.lossRate());
        world.note(way(from, to), (lost ? "loses " : "") + MessageText.of(message), MessageText.number(message));
        MessageText.explain(world, message);
        if (lost) {
            world.befell(Incident.MESSAGE_LOST);
            return;
        }
        sent++;
        carry(from, to, bytes);
        if (chance(weather.repeatRate())) {
            world.befell(Incident.MESSAGE_REPEATED);
            carry(from, to, bytes);
        }
    }

    private boolean chance(double rate) {
        return rate > 0 && world.random().nextDouble() < rate;
    }

    private void carry(NodeId from, NodeId to, byte[] bytes) {
        Member member = members.get(to.toString());
        if (member != null) {
            long number = sent;
            long nanos = world.random().nextLong(TimeUnit.MILLISECONDS.toNanos(weather.delayMillisMax()) + 1);
            member.process.after(nanos, () -> {
                if (member.newest.merge(from.toString(), number, Math::max) > number) {
                    world.befell(Incident.MESSAGE_OVERTAKEN);
                }
                ControlMessage message = decoded(bytes);
                if (message instanceof Sequenced m && m.body() instanceof DeployTask order) {
                    phases.enter(Phase.DEPLOYMENT, member.process, order.task().toString());
                }
                member.node.onMessage(from, message);
            });
        }
    }

    /** A task manager says that a task has been deployed, or has come to nothing. */
    private void leaveDeployment(NodeId from, ControlMessage message) {
        boolean deployed = message instanceof Sequenced m
                && (m.body() instanceof TaskRunning
                        || m.body() instanceof TaskFailed
                        || m.body() instanceof TaskCancelled);
        if (deployed) {
            String task = ((ControlMessage.FromTask) ((Sequenced) message).body())
                    .task()
                    .toString();
            phases.leave(Phase.DEPLOYMENT, members.get(from.toString()).process, task);
        }
    }

    private ControlMessage decoded(byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
