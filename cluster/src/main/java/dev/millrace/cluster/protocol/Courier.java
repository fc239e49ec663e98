package dev.millrace.cluster.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a post that loses, repeats and reorders deliver what a node says to each peer once and in order: each message is
 * numbered and sent again, tick by tick, until the peer has acknowledged its number; the peer drops what it has seen and
 * keeps what came early. Owned by its node's thread.
 */
public final class Courier {

    private final NodeContext node;
    private final Map<NodeId, Conversation> conversations = new LinkedHashMap<>();

    public Courier(NodeContext node) {
        this.node = node;
    }

    public void send(NodeId to, ControlMessage body) {
        with(to).say(body, node.nowMillis());
    }

    /**
     * Takes what the post has brought.
     *
     * @return the messages that are next now, in order; empty when it was a repetition, an acknowledgement, or too early
     */
    public List<ControlMessage> receive(NodeId from, ControlMessage message) {
        if (message instanceof ControlMessage.Sequenced sequenced) {
            return with(from).hear(sequenced, node.nowMillis());
        }
        if (message instanceof ControlMessage.Acknowledged acknowledged) {
            with(from).acknowledged(acknowledged.acknowledged(), node.nowMillis());
            return List.of();
        }
        return List.of(message);
    }

    /** Sends again what was not acknowledged in time, and acknowledges what was heard. */
    public void onTick(long nowMillis) {
        conversations.values().forEach(conversation -> conversation.onTick(nowMillis));
    }

    /** Drops all that was said and heard: the peer is gone for good. */
    public void forget(NodeId peer) {
        conversations.remove(peer);
    }

    /** Whether nothing waits for an acknowledgement. */
    public boolean isQuiet() {
        return conversations.values().stream().allMatch(Conversation::isQuiet);
    }

    private Conversation with(NodeId peer) {
        return conversations.computeIfAbsent(peer, id -> new Conversation(id, node.post()));
    }
}
