package dev.millrace.stream.window;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;

/**
 * Adds records up before they travel to the windows of their keys: those of a slice, or of a session so far, become one
 * {@link Partial}. Only what lies ahead of event time is held, and it is emitted before event time goes on, so no window
 * that a held record belongs to can fire, or be over, where it goes to: the results are the same. Records behind event time
 * pass as they are, after what is held.
 *
 * <p>Where keys seldom come again it costs more than it saves. That is seen when held totals are emitted; then records pass
 * for a while. What is held is no state: it is emitted before each barrier.
 */
final class CombineOperator<T, A> implements Operator<T, Object> {

    /** How many records pass before it is tried again whether keys come again. */
    private static final int PASSING = 32_768;

    private final KeySelector<T, ?> selector;
    private final Slicing slicing;
    private final SessionGap<? super T> gap;
    private final Combine<T, A, ?> combine;

    private Output<Object> output;
    private TypeSystem types;
    private HeldPartials held;
    private TotalCopies<A> copies;
    private TotalCopies<Object> keyCopies;
    private long watermark;
    private int passing;

    /** How many records are in what is held. */
    private long records;

    /** The slice of the last record. */
    private long start;

    private long end;

    /**
     * @param slicing null for sessions
     * @param gap null for slices
     */
    CombineOperator(KeySelector<T, ?> selector, Slicing slicing, SessionGap<? super T> gap, Combine<T, A, ?> combine) {
        this.selector = selector;
        this.slicing = slicing;
        this.gap = gap;
        this.combine = combine;
    }

    @Override
    public void open(OperatorContext context, Output<Object> output) {
        this.output = output;
        types = context.types();
        held = new HeldPartials(types);
        copies = new TotalCopies<>(types);
        keyCopies = new TotalCopies<>(types);
        watermark = context.currentWatermark();
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        Object key = timestamp > watermark && passing == 0 && value != null ? selector.getKey(value) : null;
        if (key == null) {
            pass(value, timestamp);
        } else if (slicing == null) {
            holdInSession(key, value, timestamp);
        } else {
            holdInSlice(key, value, timestamp);
        }
    }

    private void pass(T value, long timestamp) {
        if (passing > 0) {
            passing--;
        }
        emitHeld();
        output.emit(value, timestamp);
    }

    private int hash(Object key) {
        return key instanceof Long number ? Mix.of((long) number) : types.hash(key);
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private void holdInSlice(Object key, T value, long timestamp) throws Exception {
        if (timestamp < start || timestamp >= end) {
            start = slicing.sliceStart(timestamp);
            end = slicing.sliceEnd(start);
        }
        int hash = hash(key) + Long.hashCode(start);
        int place = held.find(key, hash, start, false);
        records++;
        if (place >= 0) {
            Partial partial = held.get(place);
            partial.total(combine.add((A) partial.total(), value, copies));
        } else {
            add(place, hash, new Partial(keyCopies.copy(key), timestamp, start, end, combine.first(value, copies)));
        }
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private void holdInSession(Object key, T value, long timestamp) throws Exception {
        int hash = hash(key);
        long sessionEnd = timestamp + gap.after(value);
        int place = held.find(key, hash, 0, true);
        records++;
        if (place < 0) {
            add(place, hash, session(key, value, timestamp, sessionEnd));
            return;
        }
        Partial partial = held.get(place);
        if (partial.touches(timestamp, sessionEnd)) {
            partial.stretch(timestamp, sessionEnd);
            partial.total(combine.add((A) partial.total(), value, copies));
        } else {
            held.replace(place, session(key, value, timestamp, sessionEnd));
            output.emit(partial, partial.timestamp());
        }
    }

    private Partial session(Object key, T value, long timestamp, long sessionEnd) throws Exception {
        return new Partial(keyCopies.copy(key), timestamp, timestamp, sessionEnd, combine.first(value, copies));
    }

    private void add(int place, int hash, Partial partial) {
        held.add(place, hash, partial);
        if (held.isFull()) {
            emitHeld();
        }
    }

    private void emitHeld() {
        int size = held.size();
        if (size == 0) {
            return;
        }
        for (int place = 0; place < size; place++) {
            Partial partial = held.get(place);
            output.emit(partial, partial.timestamp());
        }
        if (records * 3 < size * 4L) {
            passing = PASSING;
        }
        held.clear();
        records = 0;
    }

    @Override
    public void onWatermark(long timestamp) {
        emitHeld();
        watermark = timestamp;
        output.watermark(timestamp);
    }

    @Override
    public void onIdle(boolean idle, Output<Object> idleOutput) {
        emitHeld();
        idleOutput.idle(idle);
    }

    @Override
    public void beforeBarrier(long checkpointId) {
        emitHeld();
    }

    @Override
    public void suspend() {
        emitHeld();
    }

    @Override
    public boolean finish() {
        emitHeld();
        return true;
    }
}
