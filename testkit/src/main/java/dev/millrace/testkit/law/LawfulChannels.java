package dev.millrace.testkit.law;

import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import java.util.TreeMap;

/**
 * Channels whose elements are watched: what is sent arrives once and in order; watermarks never go back and barriers rise;
 * after the end of the data only marks follow, and nothing after the end of the channel.
 */
public final class LawfulChannels {
    private final TreeMap<ChannelId, ChannelLaws> laws = new TreeMap<>();

    /** The channels of a hub, watched. All hubs of a cluster share one watch. */
    public ChannelHub watch(ChannelHub hub) {
        return new Watched(hub);
    }

    private ChannelLaws of(ChannelId id) {
        return laws.computeIfAbsent(id, ChannelLaws::new);
    }

    private final class Watched implements ChannelHub {
        private final ChannelHub hub;

        Watched(ChannelHub hub) {
            this.hub = hub;
        }

        @Override
        public Channel.Sender sender(ChannelId id, Runnable onRoom) {
            return new WatchedSender(of(id), hub.sender(id, onRoom));
        }

        @Override
        public Channel.Receiver receiver(ChannelId id, Runnable onData) {
            return new WatchedReceiver(of(id), hub.receiver(id, onData));
        }

        @Override
        public void forget(String jobId) {
            hub.forget(jobId);
        }
    }

    private static final class WatchedSender implements Channel.Sender {
        private final ChannelLaws laws;
        private final Channel.Sender sender;

        WatchedSender(ChannelLaws laws, Channel.Sender sender) {
            this.laws = laws;
            this.sender = sender;
        }

        @Override
        public boolean hasRoom() {
            return sender.hasRoom();
        }

        @Override
        public void send(Element element) {
            laws.sent(element);
            sender.send(element);
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    private static final class WatchedReceiver implements Channel.Receiver {
        private final ChannelLaws laws;
        private final Channel.Receiver receiver;

        WatchedReceiver(ChannelLaws laws, Channel.Receiver receiver) {
            this.laws = laws;
            this.receiver = receiver;
        }

        @Override
        public Element poll() {
            Element element = receiver.poll();
            if (element != null) {
                laws.received(element);
            }
            return element;
        }

        @Override
        public void close() {
            receiver.close();
        }
    }
}
