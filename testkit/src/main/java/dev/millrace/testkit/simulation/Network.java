package dev.millrace.testkit.simulation;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.MessageCodec;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.protocol.Post;
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
    private final MessageCodec codec = new MessageCodec();
    private final TreeMap<String, Member> members = new TreeMap<>();
    private final TreeSet<String> cuts = new TreeSet<>();
    private NetworkWeather weather;

    private record Member(Process process, Node node) {}

    Network(World world, NetworkWeather weather) {
        this.world = world;
        this.weather = weather;
    }

    void weather(NetworkWeather next) {
        weather = next;
    }

    void join(NodeId id, Process process, Node node) {
        members.put(id.toString(), new Member(process, node));
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
        byte[] bytes = codec.encode(message);
        boolean lost = cuts.contains(way(from, to)) || chance(weather.lossRate());
        world.note(way(from, to), (lost ? "loses " : "") + MessageText.of(message), MessageText.number(message));
        MessageText.explain(world, message);
        if (lost) {
            return;
        }
        carry(from, to, bytes);
        if (chance(weather.repeatRate())) {
            carry(from, to, bytes);
        }
    }

    private boolean chance(double rate) {
        return rate > 0 && world.random().nextDouble() < rate;
    }

    private void carry(NodeId from, NodeId to, byte[] bytes) {
        Member member = members.get(to.toString());
        if (member != null) {
            long nanos = world.random().nextLong(TimeUnit.MILLISECONDS.toNanos(weather.delayMillisMax()) + 1);
            member.process.after(nanos, () -> member.node.onMessage(from, decoded(bytes)));
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
