package dev.millrace.testkit.harness;

import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.testkit.stand.GivenSource;
import dev.millrace.testkit.stand.Hand;
import java.util.function.Consumer;

/** An input that is fed by hand. What is given has passed the whole part of the program when the call returns. */
public final class HandInput<T> {
    private final Runnable go;
    private Hand<T> hand = new Hand<>();

    /**
     * @param go lets the tasks work until nothing is left to do
     */
    HandInput(Runnable go) {
        this.go = go;
    }

    /** A source that reads this input, for tasks that start anew. */
    GivenSource<T> source() {
        hand = new Hand<>();
        return new GivenSource<>(hand);
    }

    private HandInput<T> tell(Consumer<ReaderOutput<T>> action) {
        hand.tell(action);
        go.run();
        return this;
    }

    /** Gives a record without a timestamp. */
    public HandInput<T> push(T value) {
        return tell(output -> output.collect(value));
    }

    /**
     * Gives a record.
     *
     * @param timestamp milliseconds since the epoch
     */
    public HandInput<T> push(T value, long timestamp) {
        return tell(output -> output.collect(value, timestamp));
    }

    /** Event time comes to a timestamp on this input, milliseconds since the epoch. */
    public HandInput<T> watermark(long timestamp) {
        return tell(output -> output.emitWatermark(new Watermark(timestamp)));
    }

    /** Nothing comes for a while, so that event time does not wait for this input; the next record ends that. */
    public HandInput<T> idle() {
        return tell(ReaderOutput::markIdle);
    }

    /** This input ends. */
    public HandInput<T> end() {
        hand.end();
        go.run();
        return this;
    }
}
