package dev.millrace.runtime.exchange;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.Idleness;
import dev.millrace.core.element.LoopMark;
import dev.millrace.core.element.Watermark;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.InputWiring;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All channels into a task, read in turn: a batch of one lane, then the next lane that has something. Barriers are aligned,
 * watermarks combined, ends counted. A batch may be read in part; the place in it belongs to its lane. Owned by the task's
 * thread.
 */
public final class Gate {
    /** How often in a row a loop's own records go before new ones, so that a loop that is never empty lets them in too. */
    private static final int LOOP_TURNS_MAX = 16;

    private final Lane[] lanes;
    private final ReadyLanes ready;
    private final Alignment alignment;
    private final EventTime eventTime;
    private final BitSet feedback = new BitSet();
    private LoopLanes loops = LoopLanes.NONE;
    private long told;
    private boolean idle;
    private boolean ended;
    private int turn;
    private int feedbackTurn;
    private int turnsInLoop;

    /**
     * @param watermark the event time to go on from, or {@link Long#MIN_VALUE}
     * @param wake makes the task ready; called by any thread
     */
    public Gate(List<InputWiring> inputs, ChannelHub hub, long watermark, Runnable wake) {
        int size = inputs.stream().mapToInt(wiring -> wiring.channels().size()).sum();
        this.ready = new ReadyLanes(size);
        this.alignment = new Alignment(size);
        this.eventTime = new EventTime(size, watermark);
        this.told = watermark;
        List<Lane> made = new ArrayList<>();
        for (InputWiring wiring : inputs) {
            for (ChannelId id : wiring.channels()) {
                int lane = made.size();
                if (wiring.feedback() != null) {
                    leaveOut(lane);
                }
                Runnable onData = () -> {
                    ready.arrived(lane);
                    wake.run();
                };
                made.add(new Lane(wiring.input(), id, hub.receiver(id, onData)));
            }
        }
        this.lanes = made.toArray(Lane[]::new);
    }

    /** What leads back from a loop takes part neither in alignment nor in event time: it would wait for itself. */
    private void leaveOut(int lane) {
        feedback.set(lane);
        feedbackTurn = feedback.nextSetBit(0);
        alignment.leaveOut(lane);
        eventTime.leaveOut(lane);
    }

    /** Tells what comes by lanes that lie in loops to somebody. */
    public void listen(LoopLanes listener) {
        loops = listener;
    }

    /** The event time released last. */
    public long watermark() {
        return eventTime.combined();
    }

    /** The event time released last, and the lane that holds it back. */
    public EventTimeFacts eventTime() {
        int slowest = eventTime.slowest();
        ChannelId id = slowest < 0 ? null : lanes[slowest].id;
        return new EventTimeFacts(
                eventTime.combined(), idle, id == null ? -1 : id.edge(), id == null ? -1 : id.producer());
    }

    /** How far the alignment of barriers is. */
    public BarrierFacts barriers(long passed) {
        return new BarrierFacts(passed, alignment.current(), alignment.missing());
    }

    /** Whether a lane may still deliver something. */
    public boolean isOpen() {
        return alignment.isOpen();
    }

    /** Reads one thing from the next lane that has one: some rows of a batch, or a mark. False when there is nothing. */
    public boolean advance(GateReader reader) {
        return advance(reader, true);
    }

    /** Reads a barrier or a closing if one stands at the gate; everything else stays. False when there is none. */
    public boolean advanceBarriers(GateReader reader) {
        return advance(reader, false);
    }

    private boolean advance(GateReader reader, boolean everything) {
        ready.collect();
        int from = feedback.isEmpty() || turnsInLoop >= LOOP_TURNS_MAX ? turn : feedbackTurn;
        for (int lane = ready.next(from); lane >= 0; lane = ready.next(lane + 1)) {
            if (read(lane, reader, everything)) {
                return true;
            }
        }
        for (int lane = ready.next(0); lane >= 0 && lane < from; lane = ready.next(lane + 1)) {
            if (read(lane, reader, everything)) {
                return true;
            }
        }
        return false;
    }

    private boolean read(int number, GateReader reader, boolean everything) {
        if (alignment.isHeld(number) || loops.isHeld(number)) {
            return false;
        }
        Lane lane = lanes[number];
        Element next = lane.next();
        if (next == null) {
            ready.empty(number);
            return false;
        }
        if (next instanceof Batch batch) {
            return everything && !isKeptOut(number) && rows(number, lane, batch, reader);
        }
        if (!everything && !(next instanceof Barrier) && next != EndOfChannel.END) {
            return false;
        }
        lane.taken();
        mark(number, next, reader);
        return true;
    }

    private boolean rows(int number, Lane lane, Batch batch, GateReader reader) {
        if (!reader.admits(lane.input)) {
            return false;
        }
        int row = lane.row();
        loops.onRows(number, batch, row);
        int reached = reader.onRows(lane.input, batch, row);
        lane.readTo(batch, reached);
        int next = reached == batch.size() ? number + 1 : number;
        if (feedback.get(number)) {
            feedbackTurn = feedback.get(next) ? next : feedback.nextSetBit(0);
            turnsInLoop++;
        } else {
            turn = next;
            turnsInLoop = 0;
        }
        return reached > row;
    }

    /** Whether records of a lane wait outside a loop; never while a barrier comes that stands behind them. */
    private boolean isKeptOut(int lane) {
        return alignment.current() == Alignment.NONE && loops.isKeptOut(lane);
    }

    private void mark(int lane, Element mark, GateReader reader) {
        if (mark instanceof LoopMark news) {
            loops.onLoopMark(lane, news);
        } else if (feedback.get(lane)) {
            feedbackMark(lane, mark);
        } else if (mark instanceof Watermark watermark) {
            eventTime.onWatermark(lane, watermark.timestamp());
            tellEventTime(reader);
        } else if (mark instanceof Idleness idleness) {
            eventTime.onIdle(lane, idleness == Idleness.IDLE);
            tellEventTime(reader);
        } else if (mark instanceof Barrier barrier) {
            tellAligned(alignment.onBarrier(lane, barrier), reader);
        } else if (mark instanceof EndOfData end) {
            loops.onEnded(lane);
            eventTime.onEndOfData(lane, end);
            tellEventTime(reader);
        } else {
            loops.onClosed(lane);
            tellAligned(alignment.onClosed(lane), reader);
        }
    }

    private void feedbackMark(int lane, Element mark) {
        if (mark instanceof Barrier barrier) {
            loops.onBarrier(lane, barrier.checkpointId());
        } else if (mark == EndOfChannel.END) {
            loops.onClosed(lane);
        }
    }

    private void tellEventTime(GateReader reader) {
        if (eventTime.isEnded()) {
            if (!ended) {
                ended = true;
                reader.onEndOfData(eventTime.mode());
            }
            return;
        }
        if (idle && !eventTime.isIdle()) {
            idle = false;
            reader.onIdle(false);
        }
        if (eventTime.combined() > told) {
            told = eventTime.combined();
            reader.onWatermark(told);
        }
        if (!idle && eventTime.isIdle()) {
            idle = true;
            reader.onIdle(true);
        }
    }

    private void tellAligned(long checkpointId, GateReader reader) {
        if (checkpointId != Alignment.NONE) {
            reader.onBarrier(new Barrier(checkpointId, alignment.timestampMillis()));
        }
    }

    /** A checkpoint will never complete: lanes held for it go on. */
    public void abort(long checkpointId) {
        alignment.abort(checkpointId);
    }

    /** Lets go of all channels. */
    public void close() {
        for (Lane lane : lanes) {
            lane.close();
        }
    }
}
