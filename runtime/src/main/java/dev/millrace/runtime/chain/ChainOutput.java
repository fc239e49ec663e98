package dev.millrace.runtime.chain;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Output;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pushes what an operator, or the source of the task, emits to those who read it. Long results wait here as cursors and are
 * pulled in slices, with the watermarks that were emitted after them. Owned by the task's thread.
 */
public final class ChainOutput implements Output<Object> {
    private static final Target[] NONE = {};

    private final String operator;
    /** Who reads the main results, or null. */
    private final Target main;

    private final Map<String, Target[]> sides;
    private final Target[] all;
    private final Copies copies;
    private final Copies copiesForFirst;
    private final Brake brake;
    /** Cursors, and the watermarks behind them. */
    private final Deque<Object> waiting = new ArrayDeque<>();

    private boolean busy;
    private boolean ending;
    private boolean idle;
    private long forwarded = Long.MIN_VALUE;
    private long records;
    private long sideRecords;
    /** Whether the watermark is from a snapshot and nothing has been said since. */
    private boolean unsaid;

    private Output<Object> way = this;

    /**
     * @param operator the name of whoever emits
     * @param main who reads the main results, {@linkplain Both several} as one; null when nobody does
     * @param sides those who read side outputs, by the tag's id
     * @param copies makes copies for further readers of a side output, or null when values pass as they are
     * @param copiesForFirst makes copies for the reader, because whoever emits may still change the value, or null
     */
    ChainOutput(
            String operator,
            Target main,
            Map<String, List<Target>> sides,
            Copies copies,
            Copies copiesForFirst,
            Brake brake) {
        this.operator = operator;
        this.main = main;
        this.sides = new TreeMap<>();
        List<Target> everyone = new ArrayList<>();
        if (main != null) {
            everyone.add(main);
        }
        sides.forEach((tag, targets) -> {
            this.sides.put(tag, targets.toArray(NONE));
            everyone.addAll(targets);
        });
        this.all = everyone.toArray(NONE);
        this.copies = copies;
        this.copiesForFirst = copiesForFirst;
        this.brake = brake;
    }

    /** Copies values for the first reader; null when they pass as they are. */
    Copies copiesForFirst() {
        return copiesForFirst;
    }

    /** Where records go by a shorter way, with code of its own. */
    void shorten(Output<Object> shorter) {
        way = shorter;
    }

    /** What the operator, or the source, emits to. */
    public Output<Object> way() {
        return way;
    }

    /** Makes way for a record that goes the shorter way, and counts it. */
    void emitting() {
        if (busy) {
            drain();
        }
        records++;
    }

    /** Takes the count of records that left in a line. */
    void counted(long recordsSoFar) {
        records = recordsSoFar;
    }

    @Override
    public void emit(Object value, long timestamp) {
        emitting();
        deliver(value, timestamp);
    }

    private void deliver(Object value, long timestamp) {
        if (main != null) {
            main.onRecord(copiesForFirst != null ? copiesForFirst.of(value) : value, timestamp);
        }
    }

    private void deliver(Target[] targets, Object value, long timestamp) {
        int last = targets.length - 1;
        for (int i = 0; i <= last; i++) {
            Copies made = i < last ? copies : copiesForFirst;
            targets[i].onRecord(made != null ? made.of(value) : value, timestamp);
        }
    }

    @Override
    public <T> void emit(OutputTag<T> tag, T value, long timestamp) {
        Target[] targets = sides.get(tag.getId());
        if (targets != null) {
            emitting();
            sideRecords++;
            deliver(targets, value, timestamp);
        }
    }

    @Override
    public void emitAll(Cursor<Object> values) {
        waiting.add(values);
        busy = true;
        brake.pull();
    }

    @Override
    public void watermark(long timestamp) {
        if (busy) {
            waiting.add(timestamp);
        } else {
            forward(timestamp);
        }
    }

    private void forward(long timestamp) {
        if (timestamp > forwarded && !ending) {
            forwarded = timestamp;
            unsaid = false;
            for (Target target : all) {
                target.onWatermark(timestamp);
            }
        }
    }

    @Override
    public void idle(boolean nowIdle) {
        if (nowIdle != idle && !ending) {
            idle = nowIdle;
            for (Target target : all) {
                target.onIdle(nowIdle);
            }
        }
    }

    /** Whether cursors wait. */
    boolean isBusy() {
        return busy;
    }

    /** Pulls up to {@code valuesMax} values, fewer when the brake is pulled; answers how many are left of that number. */
    int pull(int valuesMax) throws Exception {
        int left = valuesMax;
        while (busy && left > 0 && !brake.isPulled()) {
            if (waiting.peek() instanceof Cursor<?> cursor && cursor.advance()) {
                records++;
                deliver(cursor.value(), cursor.timestamp());
                left--;
            } else {
                next();
            }
        }
        return left;
    }

    private void next() {
        Object first = waiting.poll();
        busy = !waiting.isEmpty();
        if (first instanceof Long timestamp) {
            forward(timestamp);
        }
    }

    /** Pulls all that waits, because something else has to come after it. */
    void drain() {
        while (busy) {
            try {
                while (waiting.peek() instanceof Cursor<?> cursor && cursor.advance()) {
                    records++;
                    deliver(cursor.value(), cursor.timestamp());
                }
            } catch (Exception failure) {
                throw OperatorFailure.in(operator, failure);
            }
            next();
        }
    }

    /** From now on no mark is passed on: the end of the data says it all. */
    void end() {
        ending = true;
    }

    /** How many records have been emitted, on the main output and on side outputs that are read. */
    public long records() {
        return records;
    }

    /** How many of them went to the main output. */
    long mainRecords() {
        return records - sideRecords;
    }

    /** The watermark passed on last, {@link Long#MIN_VALUE} at first. */
    public long forwarded() {
        return forwarded;
    }

    /** Goes on from a watermark of a snapshot. */
    public void restore(long timestamp) {
        forwarded = timestamp;
        unsaid = timestamp > Long.MIN_VALUE;
    }

    /**
     * Says the watermark of a snapshot again, unless a higher one has been said since: a gate knows the lowest of its lanes
     * then, but not how far each had come.
     */
    void repeat() {
        if (unsaid) {
            unsaid = false;
            for (Target target : all) {
                target.onWatermark(forwarded);
            }
        }
    }
}
