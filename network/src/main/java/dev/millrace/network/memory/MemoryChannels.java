package dev.millrace.network.memory;

import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Channels between the tasks of one process. */
public final class MemoryChannels implements ChannelHub {
    /** How many elements lie in a channel at most: marks and small batches. A power of two. */
    public static final int ELEMENTS_MAX = 32;
    /** From how many records on a channel has no room; one batch may exceed it. */
    public static final int RECORDS_MAX = 4096;

    private final ConcurrentMap<ChannelId, Ends> channels = new ConcurrentHashMap<>();

    @Override
    public Channel.Sender sender(ChannelId id, Runnable onRoom) {
        Ends ends = channels.computeIfAbsent(id, absent -> new Ends());
        ends.sender.listener = onRoom;
        return new SendingEnd(id, ends);
    }

    @Override
    public Channel.Receiver receiver(ChannelId id, Runnable onData) {
        Ends ends = channels.computeIfAbsent(id, absent -> new Ends());
        ends.receiver.listener = onData;
        return new ReadingEnd(id, ends);
    }

    @Override
    public void forget(String jobId) {
        channels.keySet().removeIf(id -> id.jobId().equals(jobId));
    }

    /** The number of channels with an end that is not done. */
    public int size() {
        return channels.size();
    }

    /** One end of a channel, as the other end knows it. */
    private static final class End {
        private volatile Runnable listener = () -> {};
        private volatile boolean done;
    }

    private static final class Ends {
        private final Ring ring = new Ring(ELEMENTS_MAX, RECORDS_MAX);
        private final End sender = new End();
        private final End receiver = new End();
    }

    private void close(ChannelId id, Ends ends, End end) {
        end.done = true;
        if (ends.sender.done && ends.receiver.done) {
            channels.remove(id, ends);
        }
    }

    private final class SendingEnd implements Channel.Sender {
        private final ChannelId id;
        private final Ends ends;
        private final Ring ring;

        SendingEnd(ChannelId id, Ends ends) {
            this.id = id;
            this.ends = ends;
            this.ring = ends.ring;
        }

        @Override
        public boolean hasRoom() {
            return ends.receiver.done || ring.hasRoom();
        }

        @Override
        public void send(Element element) {
            if (!ends.receiver.done) {
                ring.send(element);
                ends.receiver.listener.run();
            }
        }

        @Override
        public void close() {
            MemoryChannels.this.close(id, ends, ends.sender);
        }
    }

    private final class ReadingEnd implements Channel.Receiver {
        private final ChannelId id;
        private final Ends ends;
        private final Ring ring;

        ReadingEnd(ChannelId id, Ends ends) {
            this.id = id;
            this.ends = ends;
            this.ring = ends.ring;
        }

        @Override
        public Element poll() {
            Element element = ring.poll();
            if (element != null && ring.takesWaitingProducer()) {
                ends.sender.listener.run();
            }
            return element;
        }

        @Override
        public void close() {
            MemoryChannels.this.close(id, ends, ends.receiver);
            ends.sender.listener.run();
        }
    }
}
