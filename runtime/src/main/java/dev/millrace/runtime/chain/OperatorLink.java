package dev.millrace.runtime.chain;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.element.Batch;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.OperatorFacts.TimerFacts;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Inlined;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Receiver;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * One operator in its chain: gives it records with their key selected, and marks in their order.
 *
 * <p>A watermark with timers due, and cursors that the operator emitted, are work of the link's own: it is done in slices
 * by {@link #advance}, and until it is done nothing else comes to the operator. What comes all the same, because an operator
 * before it emits several things in one call, drains that work first. Owned by the task's thread.
 */
final class OperatorLink implements Target {
    private final OperatorNode node;
    private final Operator<Object, Object> operator;
    private final OperatorLife life;
    private final ChainOutput output;
    private final Brake brake;

    private KeyedStore store;
    private KeyedState state;
    private LinkTimers timers;
    /** What takes the records: the operator, or a line that begins with it. */
    private Receiver<Object> receiver;

    private LineCounts lineCounts = LineCounts.NONE;

    private Rows rows;
    /** The watermark given to the operator last, and the one that is due. */
    private long watermark = Long.MIN_VALUE;

    private long due = Long.MIN_VALUE;
    private boolean finished;
    private boolean closed;
    /** How many records have come, as far as no feeder counts them. */
    private long records;
    /** Whose main results it reads, all of them and nothing else, or null. */
    private ChainOutput feeder;
    /** Null until the operator is opened. */
    private LinkCounts counts;

    @SuppressWarnings("unchecked") // the program's types fit; the operator checks what it casts
    OperatorLink(OperatorNode node, Operator<?, ?> operator, ChainOutput output, Brake brake) {
        this.node = node;
        this.operator = (Operator<Object, Object>) operator;
        this.life = new OperatorLife(node.name(), this.operator);
        this.receiver = this.operator;
        this.output = output;
        this.brake = brake;
    }

    Operator<Object, Object> operator() {
        return operator;
    }

    /** Tells the operator what is not a record. */
    OperatorLife life() {
        return life;
    }

    /** Gives records to a line that begins with the operator. */
    void receiveWith(Receiver<Object> line, LineCounts itsCounts) {
        receiver = line;
        lineCounts = itsCounts;
    }

    Receiver<Object> receiver() {
        return receiver;
    }

    OperatorNode node() {
        return node;
    }

    ChainOutput output() {
        return output;
    }

    /** Heads a chain, whose operators say when they can take input. */
    void heads(Pace pace) {
        rows = (Rows) OwnCode.make(
                MethodHandles.lookup(), RowLoop.class, List.of(receiver.getClass()), this, receiver, brake, pace);
    }

    /** Whether timers have fired since this was asked last, so that another key is selected. */
    boolean haveTimersFired() {
        return timers.haveFired();
    }

    /** The keyed state, or null when the operator has none. */
    KeyedState state() {
        return state;
    }

    /** Gives the link its keyed state, before it is opened. */
    void use(KeyedStore opened, LinkTimers itsTimers) {
        store = opened;
        state = opened.state();
        timers = itsTimers;
    }

    void open(OperatorContext context) {
        counts = new LinkCounts(context.metrics().getIOMetricGroup());
        life.open(context, output.way());
        if (timers != null) {
            timers.start();
        }
    }

    /** Reads the main results of that output. */
    void feedFrom(ChainOutput newFeeder) {
        feeder = newFeeder;
    }

    /** How many records have come. */
    long records() {
        return feeder == null ? records : feeder.mainRecords();
    }

    /** Shows how many records have come and gone since it did so last. */
    void count() {
        if (counts != null) {
            lineCounts.settle();
            counts.show(records(), output.records());
        }
    }

    /** How the operator does. */
    OperatorFacts facts(long late) {
        return new OperatorFacts(
                node.name(),
                records(),
                output.records(),
                late,
                node.factory().inlined() instanceof Inlined.Filtered,
                due,
                store != null,
                store == null ? 0 : store.rows(),
                timers == null ? TimerFacts.NONE : timers.eventTimers(),
                timers == null ? TimerFacts.NONE : timers.processingTimers(),
                0,
                0);
    }

    /** Goes on from a snapshot. */
    void restore(LinkState before) {
        watermark = before.given();
        due = watermark;
        finished = before.finished();
        output.restore(before.forwarded());
        if (timers != null) {
            timers.advanceTo(watermark);
        }
    }

    /**
     * What a snapshot says of it now.
     *
     * @param ended whether the operators of the task have finished
     */
    LinkState state(boolean ended) {
        return new LinkState(watermark, output.forwarded(), ended || finished);
    }

    /** Whether it had finished before it was restored, so that it must not finish again. */
    boolean isFinished() {
        return finished;
    }

    long watermark() {
        return watermark;
    }

    /** The event time that has come to the operator; timers up to it may still be due. */
    long eventTime() {
        return due;
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        records++;
        try {
            prepare(value);
            receiver.onRecord(0, value, timestamp);
        } catch (Throwable failure) {
            throw OperatorFailure.at(this, value, failure);
        }
    }

    /** Makes the operator ready for a record: its own work comes first, then the record's key is selected. */
    void prepare(Object value) throws Exception {
        if (isBusy()) {
            drain();
        }
        if (state != null) {
            selectKey(0, value);
        }
    }

    @SuppressWarnings("unchecked") // the selector was made for these values
    void selectKey(int input, Object value) throws Exception {
        KeySelector<Object, ?> selector = input < node.keys().size()
                ? (KeySelector<Object, ?>) node.keys().get(input)
                : null;
        if (selector != null) {
            state.useKey(selector.getKey(value));
        }
    }

    /** Takes rows of a batch up to its end, until the brake is pulled, or until the operator wants a pause. */
    int onRows(int input, Batch batch, int from) {
        int reached = rows.take(input, batch, from);
        records += reached - from;
        return reached;
    }

    @Override
    public void onWatermark(long timestamp) {
        if (timestamp <= due) {
            return;
        }
        if (isBusy()) {
            drain();
        }
        due = timestamp;
        if (timers != null) {
            timers.advanceTo(timestamp);
        }
        if (timers == null || !timers.isDue()) {
            passWatermark();
        } else {
            brake.pull();
        }
    }

    private void passWatermark() {
        watermark = due;
        try {
            operator.onWatermark(due);
        } catch (Throwable failure) {
            throw OperatorFailure.in(node.name(), failure);
        }
    }

    @Override
    public void onIdle(boolean idle) {
        if (isBusy()) {
            drain();
        }
        try {
            operator.onIdle(idle, output);
        } catch (Throwable failure) {
            throw OperatorFailure.in(node.name(), failure);
        }
    }

    /** Whether the link has work of its own that comes before everything else. */
    boolean isBusy() {
        return watermark < due || output.isBusy();
    }

    /** Does a slice of the link's own work: up to so many values and timers, fewer when the brake is pulled. */
    void advance(int slice) {
        try {
            int left = output.pull(slice);
            while (watermark < due && left > 0 && !brake.isPulled()) {
                left--;
                if (!timers.fireOne()) {
                    passWatermark();
                }
            }
        } catch (Throwable failure) {
            throw OperatorFailure.in(node.name(), failure);
        }
    }

    /** Fires the timers of the selected key, whose last record has come, and then gives it up; true when that is done. */
    boolean endKey(int slice) {
        try {
            watermark = Long.MAX_VALUE;
            due = Long.MAX_VALUE;
            for (int left = slice; left > 0 && !brake.isPulled() && !output.isBusy(); left--) {
                if (!timers.fireAtEndOfKey()) {
                    watermark = Long.MIN_VALUE;
                    due = Long.MIN_VALUE;
                    store.forget(state.key());
                    return true;
                }
            }
            return false;
        } catch (Throwable failure) {
            throw OperatorFailure.in(node.name(), failure);
        }
    }

    private void drain() {
        while (isBusy()) {
            output.drain();
            try {
                while (watermark < due && !output.isBusy()) {
                    if (!timers.fireOne()) {
                        passWatermark();
                    }
                }
            } catch (Throwable failure) {
                throw OperatorFailure.in(node.name(), failure);
            }
        }
    }

    /** The data has ended. */
    void quiet() {
        output.end();
        if (timers != null) {
            timers.quiet();
        }
    }

    /** The keyed state as it is now, or null when the operator has none. */
    FrozenState freeze(long checkpointId) {
        return store == null ? null : store.freeze(checkpointId);
    }

    /** Releases the operator and its state, once. */
    void close() throws Exception {
        if (!closed) {
            closed = true;
            try {
                operator.close();
            } finally {
                if (store != null) {
                    store.close();
                }
            }
        }
    }
}
