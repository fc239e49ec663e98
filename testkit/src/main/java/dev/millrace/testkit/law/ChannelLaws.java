package dev.millrace.testkit.law;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.Watermark;
import dev.millrace.network.ChannelId;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has passed one channel. */
final class ChannelLaws {
    private final ChannelId id;
    private final Deque<Element> under = new ArrayDeque<>();
    private long watermark = Long.MIN_VALUE;
    private long barrier = -1;
    private boolean dataEnded;
    private boolean ended;

    ChannelLaws(ChannelId id) {
        this.id = id;
    }

    void sent(Element element) {
        require(!ended, element, "after the end of the channel");
        if (element instanceof Batch) {
            require(!dataEnded, element, "after the end of the data");
        } else if (element instanceof Watermark mark) {
            require(mark.timestamp() > watermark, element, "after watermark " + watermark);
            require(!dataEnded, element, "after the end of the data");
            watermark = mark.timestamp();
        } else if (element instanceof Barrier mark) {
            require(mark.checkpointId() > barrier, element, "after barrier " + barrier);
            barrier = mark.checkpointId();
        } else if (element instanceof EndOfData) {
            require(!dataEnded, element, "twice");
            dataEnded = true;
        } else if (element instanceof EndOfChannel) {
            require(dataEnded, element, "before the end of the data");
            ended = true;
        }
        under.add(element);
    }

    void received(Element element) {
        Element sent = under.poll();
        require(sent == element, element, "but " + sent + " was sent before it and has not arrived");
    }

    private void require(boolean lawful, Element element, String how) {
        if (!lawful) {
            throw new BrokenLaw("channel " + id + ": " + element + " came " + how);
        }
    }
}
