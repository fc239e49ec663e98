package dev.millrace.testkit.simulation;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import java.util.ArrayList;
import java.util.List;

/** The channels of a task that goes on reading a lane whose barrier has come, until those of the others have. */
final class UnheldLanes implements ChannelHub {
    private final ChannelHub sound;
    private final List<Lane> lanes = new ArrayList<>();

    UnheldLanes(ChannelHub sound) {
        this.sound = sound;
    }

    @Override
    public Channel.Sender sender(ChannelId id, Runnable onRoom) {
        return sound.sender(id, onRoom);
    }

    @Override
    public Channel.Receiver receiver(ChannelId id, Runnable onData) {
        Lane lane = new Lane(sound.receiver(id, onData), onData);
        lanes.add(lane);
        return lane;
    }

    @Override
    public void forget(String jobId) {
        sound.forget(jobId);
    }

    private final class Lane implements Channel.Receiver {
        private final Channel.Receiver channel;
        private final Runnable onData;
        private Barrier kept;
        private Element next;
        private long passed = -1;
        private boolean closed;

        Lane(Channel.Receiver channel, Runnable onData) {
            this.channel = channel;
            this.onData = onData;
        }

        private boolean has(long checkpoint) {
            return closed || passed >= checkpoint || kept != null && kept.checkpointId() >= checkpoint;
        }

        @Override
        public Element poll() {
            if (next == null && kept != null && lanes.stream().allMatch(lane -> lane.has(kept.checkpointId()))) {
                next = kept;
                passed = kept.checkpointId();
                kept = null;
                lanes.forEach(lane -> lane.onData.run());
                return given(next);
            }
            if (next != null) {
                return given(next);
            }
            Element element = channel.poll();
            if (element instanceof Barrier barrier && kept == null) {
                kept = barrier;
                lanes.forEach(lane -> lane.onData.run());
                return null;
            }
            if (kept != null && (element instanceof Barrier || element == EndOfChannel.END)) {
                next = element;
                onData.run();
                Barrier barrier = kept;
                passed = barrier.checkpointId();
                kept = null;
                return barrier;
            }
            return given(element);
        }

        private Element given(Element element) {
            next = null;
            if (element == EndOfChannel.END) {
                closed = true;
                lanes.forEach(lane -> lane.onData.run());
            }
            return element;
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
