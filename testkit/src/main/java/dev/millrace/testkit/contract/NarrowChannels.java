package dev.millrace.testkit.contract;

import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/** Channels that hold so many elements and no more, for tasks on one thread. */
final class NarrowChannels implements ChannelHub {
    private final TreeMap<ChannelId, Queue> queues = new TreeMap<>();
    private final int elementsMax;

    NarrowChannels(int elementsMax) {
        this.elementsMax = elementsMax;
    }

    @Override
    public Channel.Sender sender(ChannelId id, Runnable onRoom) {
        Queue queue = queues.computeIfAbsent(id, none -> new Queue());
        queue.onRoom = onRoom;
        return queue.new Sending();
    }

    @Override
    public Channel.Receiver receiver(ChannelId id, Runnable onData) {
        Queue queue = queues.computeIfAbsent(id, none -> new Queue());
        queue.onData = onData;
        return queue.new Receiving();
    }

    @Override
    public void forget(String jobId) {
        queues.clear();
    }

    private final class Queue {
        private final Deque<Element> elements = new ArrayDeque<>();
        private Runnable onRoom = () -> {};
        private Runnable onData = () -> {};
        private boolean senderWaits;
        private boolean readerGone;

        private final class Sending implements Channel.Sender {
            @Override
            public boolean hasRoom() {
                boolean room = readerGone || elements.size() < elementsMax;
                senderWaits |= !room;
                return room;
            }

            @Override
            public void send(Element element) {
                if (!readerGone) {
                    if (elements.size() >= elementsMax) {
                        throw new AssertionError(element + " was sent though the channel is full");
                    }
                    elements.add(element);
                    onData.run();
                }
            }

            @Override
            public void close() {}
        }

        private final class Receiving implements Channel.Receiver {
            @Override
            public Element poll() {
                Element element = elements.poll();
                if (element != null && senderWaits) {
                    senderWaits = false;
                    onRoom.run();
                }
                return element;
            }

            @Override
            public void close() {
                readerGone = true;
                elements.clear();
                onRoom.run();
            }
        }
    }
}
