package dev.millrace.runtime.pipeline;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.Watermark;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Channels of one thread, bounded by a number that the test sets, that check the laws of channels as elements pass and
 * remember who took what.
 */
public final class ListHub implements ChannelHub {
    private final Map<ChannelId, Line> lines = new TreeMap<>();
    private final List<Taken> log = new ArrayList<>();

    /** An element that was polled. */
    public record Taken(ChannelId channel, Element element) {}

    private static final class Line {
        private final Deque<Element> queue = new ArrayDeque<>();
        private int elementsMax = Integer.MAX_VALUE;
        private Runnable onRoom = () -> {};
        private Runnable onData = () -> {};
        private long watermark = Long.MIN_VALUE;
        private long barrier = -1;
        private boolean ended;
        private boolean closed;

        private void check(Element element) {
            if (closed || ended && element instanceof Batch) {
                throw new AssertionError(element + " after the end");
            }
            if (element instanceof Watermark mark) {
                if (mark.timestamp() < watermark) {
                    throw new AssertionError("watermark " + mark + " after " + watermark);
                }
                watermark = mark.timestamp();
            } else if (element instanceof Barrier mark) {
                if (mark.checkpointId() <= barrier) {
                    throw new AssertionError("barrier " + mark + " after " + barrier);
                }
                barrier = mark.checkpointId();
            } else if (element instanceof EndOfData) {
                ended = true;
            } else if (element == EndOfChannel.END) {
                closed = true;
            }
        }
    }

    private Line line(ChannelId id) {
        return lines.computeIfAbsent(id, absent -> new Line());
    }

    /** Sets how many elements a channel holds. */
    public void limit(ChannelId id, int elementsMax) {
        Line line = line(id);
        line.elementsMax = elementsMax;
        line.onRoom.run();
    }

    /** Puts an element into a channel. */
    public void put(ChannelId id, Element element) {
        Line line = line(id);
        line.check(element);
        line.queue.add(element);
        line.onData.run();
    }

    /** Takes everything out of a channel. */
    public List<Element> drain(ChannelId id) {
        Line line = line(id);
        List<Element> all = List.copyOf(line.queue);
        line.queue.clear();
        line.onRoom.run();
        return all;
    }

    /** The records in a channel, which is emptied. */
    public List<Object> drainRecords(ChannelId id) {
        List<Object> records = new ArrayList<>();
        for (Element element : drain(id)) {
            if (element instanceof Batch batch) {
                for (int row = 0; row < batch.size(); row++) {
                    records.add(batch.value(row));
                }
            }
        }
        return records;
    }

    /** What has been polled since the last call. */
    public List<Taken> takeLog() {
        List<Taken> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    @Override
    public Channel.Sender sender(ChannelId id, Runnable onRoom) {
        Line line = line(id);
        line.onRoom = onRoom;
        return new Channel.Sender() {
            @Override
            public boolean hasRoom() {
                return line.queue.size() < line.elementsMax;
            }

            @Override
            public void send(Element element) {
                if (!hasRoom()) {
                    throw new AssertionError("sent without room: " + element);
                }
                put(id, element);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Channel.Receiver receiver(ChannelId id, Runnable onData) {
        Line line = line(id);
        line.onData = onData;
        return new Channel.Receiver() {
            @Override
            public Element poll() {
                Element element = line.queue.poll();
                if (element != null) {
                    log.add(new Taken(id, element));
                }
                return element;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void forget(String jobId) {
        lines.clear();
    }
}
