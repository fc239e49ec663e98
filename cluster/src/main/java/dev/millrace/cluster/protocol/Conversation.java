package dev.millrace.cluster.protocol;

import dev.millrace.cluster.protocol.ControlMessage.Acknowledged;
import dev.millrace.cluster.protocol.ControlMessage.Sequenced;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/** What one node says to one peer and hears from it. */
final class Conversation {

    /** How many messages may be on their way at a time; further ones wait. */
    static final int WINDOW_MESSAGES = 1024;

    /** After this time without an acknowledgement a message is sent again. */
    static final long RESEND_MILLIS = 200;

    /** So many unacknowledged messages are acknowledged at once, not with the next tick. */
    private static final int ACKNOWLEDGE_AT_ONCE_MESSAGES = 256;

    private final NodeId peer;
    private final Post post;
    /** On their way, in order. */
    private final Deque<Outgoing> outgoing = new ArrayDeque<>();
    /** Not yet on their way, because the window is full. */
    private final Deque<Outgoing> waiting = new ArrayDeque<>();

    private final TreeMap<Long, ControlMessage> early = new TreeMap<>();
    private long said;
    private long heard;
    private long acknowledgedToPeer;
    private boolean repeated;

    /** A message that the peer has not acknowledged. */
    private static final class Outgoing {
        final long sequence;
        final ControlMessage body;
        long sentMillis;

        Outgoing(long sequence, ControlMessage body) {
            this.sequence = sequence;
            this.body = body;
        }
    }

    Conversation(NodeId peer, Post post) {
        this.peer = peer;
        this.post = post;
    }

    void say(ControlMessage body, long nowMillis) {
        Outgoing message = new Outgoing(said++, body);
        waiting.addLast(message);
        sendWaiting(nowMillis);
    }

    private void post(Outgoing message, long nowMillis) {
        message.sentMillis = nowMillis;
        acknowledgedToPeer = heard;
        repeated = false;
        post.send(peer, new Sequenced(message.sequence, heard, message.body));
    }

    List<ControlMessage> hear(Sequenced message, long nowMillis) {
        acknowledged(message.acknowledged(), nowMillis);
        long sequence = message.sequence();
        if (sequence < heard) {
            repeated = true;
            return List.of();
        }
        if (sequence >= heard + WINDOW_MESSAGES) {
            return List.of();
        }
        List<ControlMessage> next = new ArrayList<>();
        early.put(sequence, message.body());
        while (!early.isEmpty() && early.firstKey() == heard) {
            next.add(early.pollFirstEntry().getValue());
            heard++;
        }
        if (heard - acknowledgedToPeer >= ACKNOWLEDGE_AT_ONCE_MESSAGES) {
            acknowledge();
        }
        return next;
    }

    void acknowledged(long count, long nowMillis) {
        while (!outgoing.isEmpty() && outgoing.peekFirst().sequence < count) {
            outgoing.removeFirst();
        }
        sendWaiting(nowMillis);
    }

    private void sendWaiting(long nowMillis) {
        while (!waiting.isEmpty() && outgoing.size() < WINDOW_MESSAGES) {
            Outgoing message = waiting.removeFirst();
            outgoing.addLast(message);
            post(message, nowMillis);
        }
    }

    void onTick(long nowMillis) {
        for (Outgoing message : outgoing) {
            if (nowMillis - message.sentMillis >= RESEND_MILLIS) {
                post(message, nowMillis);
            }
        }
        if (repeated || heard > acknowledgedToPeer) {
            acknowledge();
        }
    }

    private void acknowledge() {
        acknowledgedToPeer = heard;
        repeated = false;
        post.send(peer, new Acknowledged(heard));
    }

    boolean isQuiet() {
        return outgoing.isEmpty();
    }
}
