package dev.millrace.runtime.exchange;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelId;

/** One channel into a gate: where the gate stands in it. Owned by the task's thread. */
final class Lane {
    final int input;
    final ChannelId id;
    private final Channel.Receiver channel;
    private Element next;
    private int row;

    Lane(int input, ChannelId id, Channel.Receiver channel) {
        this.input = input;
        this.id = id;
        this.channel = channel;
    }

    /** The element at the gate, or null when there is none now; stays until it is {@linkplain #taken taken}. */
    Element next() {
        if (next == null) {
            next = channel.poll();
        }
        return next;
    }

    /** The first row of the batch at the gate that has not been read. */
    int row() {
        return row;
    }

    /** The batch at the gate has been read up to a row. */
    void readTo(Batch batch, int newRow) {
        row = newRow;
        if (newRow == batch.size()) {
            taken();
        }
    }

    void taken() {
        next = null;
        row = 0;
    }

    void close() {
        channel.close();
    }
}
