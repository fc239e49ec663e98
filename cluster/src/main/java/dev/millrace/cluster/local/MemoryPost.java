package dev.millrace.cluster.local;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.MessageCodec;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.protocol.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Carries messages between the nodes of one thread. Each is encoded and decoded, so that nodes share no object. */
final class MemoryPost {

    private final Executor thread;
    private final MessageCodec codec = new MessageCodec();
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();

    MemoryPost(Executor thread) {
        this.thread = thread;
    }

    /** The post of one node. */
    Post from(NodeId sender) {
        return (to, message) -> {
            byte[] bytes = codec.encode(message);
            thread.execute(() -> deliver(sender, to, bytes));
        };
    }

    void join(NodeId id, Node node) {
        nodes.put(id, node);
    }

    private void deliver(NodeId from, NodeId to, byte[] bytes) {
        ControlMessage message;
        try {
            message = codec.decode(bytes);
        } catch (IOException undecodable) {
            throw new UncheckedIOException("a message from " + from + " to " + to + " cannot be decoded", undecodable);
        }
        nodes.get(to).onMessage(from, message);
    }
}
