package dev.millrace.stream.window;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.time.Clock;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.stream.operator.FunctionOperator;
import dev.millrace.stream.operator.UserFunction;
import java.util.Iterator;
import java.util.List;

/**
 * Runs windows that fire at their end and hold one total per key. A record enters one slice or session, whatever the number
 * of windows that hold it; a window that ends is put together from {@link RunningTotals}. The results are those of
 * {@link WindowOperator}, but that totals of slices are merged in the order of time.
 */
final class TotalOperator<T, A, V, OUT, K> implements FunctionOperator<Object, OUT> {

    /** A name that stands beside those of the user's states. */
    private static final String STATE = "window totals";

    /** How many further windows of a key fire along with one. */
    private static final int TIMES_AT_ONCE = 16;

    private final WindowSpec<T, TimeWindow> spec;
    private final boolean eventTime;
    private final Combine<T, A, V> combine;
    private final WindowCall<V, OUT, K, TimeWindow> call;
    private final boolean emitsResults;
    private final UserFunction life;
    private final Edit adding = this::add;
    private final Edit addingPartial = this::addPartial;
    private final Edit coming = this::come;
    private final DueKeys.Action looking = this::look;
    private final WindowNames<TimeWindow> names = new WindowNames<>();

    private Output<OUT> output;
    private KeyedState state;
    private Timers timers;
    private Clock clock;
    private TypeSystem types;
    private TotalCopies<Object> keyCopies;
    private AggregatingState<Edit, long[]> keys;
    private KeyWork<T, V> work;
    private DueKeys due;
    private WindowView<OUT, TimeWindow> view;
    private LateRecords<T> late;

    /** Null where windows do not keep their records. */
    private SpilledItems<T> spilled;

    /** What the edit at hand is about. */
    private T record;

    private Partial partial;
    private long now;
    private long reached;
    private boolean taken;
    private boolean gone;

    TotalOperator(WindowSpec<T, TimeWindow> spec, Combine<T, A, V> combine, WindowCall<V, OUT, K, TimeWindow> call) {
        this.spec = spec;
        this.eventTime = spec.assigner().isEventTime();
        this.combine = combine;
        this.call = call;
        this.emitsResults = call instanceof WindowCall.None<?, ?, ?> && !(combine instanceof Combine.Collecting<?>);
        this.life = new UserFunction(call.function());
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<OUT> output) throws Exception {
        this.output = output;
        state = context.state();
        timers = context.timers();
        clock = context.clock();
        types = context.types();
        keyCopies = new TotalCopies<>(types);
        keys = state.aggregating(new AggregatingStateDescriptor<>(STATE, new Editing(), KeyTotals.class));
        if (combine instanceof Combine.Collecting<?>) {
            spilled = new SpilledItems<>(state);
        }
        work = spec.work(combine, new TotalCopies<>(types));
        due = new DueKeys(state, timers, spec.domain());
        view = new WindowView<>(context, output, spec.slicing() == null);
        late = new LateRecords<>(spec, context);
        life.open(context);
        rememberDueKeys();
    }

    /** What keys wait for is in their state. */
    private void rememberDueKeys() throws Exception {
        Iterator<Object> known = state.keysOf(STATE);
        while (known.hasNext()) {
            Object key = known.next();
            state.useKey(key);
            for (long time : keys.get()) {
                due.add(time, key, types.hash(key));
            }
        }
        state.unselect();
    }

    @Override
    @SuppressWarnings("unchecked") // what is no partial total is a record
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        if (value instanceof Partial total) {
            onPartial(total);
        } else {
            onRecord((T) value, timestamp);
        }
    }

    /** Takes records that a {@link CombineOperator} has added up, which no event time has reached. */
    private void onPartial(Partial total) throws Exception {
        now = timers.currentWatermark();
        taken = false;
        if (work.aim(total, now)) {
            partial = total;
            edit(addingPartial);
        }
        if (!taken) {
            throw new IllegalStateException("records of " + total.start() + " ms, added up before they were sent, came"
                    + " after event time had reached " + now + " ms");
        }
        awaitAndEmit();
    }

    private void onRecord(T value, long timestamp) throws Exception {
        long time = timestamp;
        if (eventTime) {
            Span.requireTimestamp(timestamp);
            now = timers.currentWatermark();
        } else {
            time = clock.millis();
            now = Long.MIN_VALUE;
        }
        taken = false;
        if (work.aim(value, time, now)) {
            record = value;
            edit(adding);
        }
        if (!taken) {
            late.take(value, timestamp, output);
            return;
        }
        if (work.isSpilled()) {
            spilled.add(names.of(work.window()), value);
        }
        awaitAndEmit();
    }

    private void awaitAndEmit() throws Exception {
        if (work.awaited() != KeyTotals.NONE) {
            Object key = state.key();
            due.add(work.awaited(), keyCopies.copy(key), types.hash(key)); // it may be a part of a record
        }
        emit(work.firings());
    }

    private void add(KeyTotals totals) throws Exception {
        taken = work.add(totals, record, now);
        gone = totals.isEmpty();
    }

    private void addPartial(KeyTotals totals) throws Exception {
        taken = work.add(totals, partial, now);
        gone = totals.isEmpty();
    }

    @Override
    public void onTimer(Timer timer) throws Exception {
        due.take(timer, looking);
    }

    /** A time has come for which the selected key has waited, and further ones up to another. */
    private long look(long time, long reachedTime) throws Exception {
        now = time;
        reached = reachedTime;
        edit(coming);
        emit(work.firings());
        if (call.usesState()) {
            clear(work.firings().over());
        }
        return work.awaited();
    }

    private void clear(TimeWindow window) throws Exception {
        if (window != null) {
            call.clear(show(window));
        }
    }

    private void come(KeyTotals totals) throws Exception {
        work.firings().begin();
        work.come(totals, now);
        if (!call.usesState()) {
            comeFurther(totals);
        }
        gone = totals.isEmpty();
    }

    /** Comes to further times as well: not where a function is told after each of them that a window goes. */
    private void comeFurther(KeyTotals totals) throws Exception {
        for (int left = TIMES_AT_ONCE; left > 0 && work.awaited() <= reached; left--) {
            if (work.awaited() == KeyTotals.NONE) {
                return;
            }
            work.come(totals, work.awaited());
        }
    }

    @SuppressWarnings("unchecked") // without a function a result is what is emitted; keys are those of this stream
    private void emit(Firings<V> firings) throws Exception {
        for (int i = 0; i < firings.size(); i++) {
            if (emitsResults) {
                output.emit((OUT) firings.result(i), firings.maxTimestamp(i));
            } else {
                TimeWindow window = firings.window(i);
                call.fire((K) state.key(), show(window), values(firings.result(i), window));
            }
        }
    }

    @SuppressWarnings("unchecked") // windows that keep their records show them
    private Iterable<V> values(V result, TimeWindow window) throws Exception {
        return spilled == null
                ? List.of(result)
                : (Iterable<V>) spilled.take(names.of(window), (ItemList) (Object) result);
    }

    private WindowView<OUT, TimeWindow> show(TimeWindow window) {
        return call.usesState() ? view.of(window, names.of(window)) : view.of(window);
    }

    private void edit(Edit change) throws Exception {
        try {
            keys.add(change);
        } catch (Failed failed) {
            throw failed.failure;
        }
        if (gone) {
            keys.clear();
        }
    }

    @Override
    public void onWatermark(long timestamp) {
        output.watermark(timestamp);
    }

    /** A change to the totals of the selected key. */
    private interface Edit {
        void of(KeyTotals totals) throws Exception;
    }

    /** Carries a failure of the user's function through a state's call. */
    private static final class Failed extends RuntimeException {
        private final transient Exception failure;

        Failed(Exception failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /**
     * Totals as an accumulator to which edits are added: so they are changed in place, and copied only when a snapshot has
     * them too. The result is what the key waits for.
     */
    private record Editing() implements AggregateFunction<Edit, KeyTotals, long[]> {

        @Override
        public KeyTotals createAccumulator() {
            return new KeyTotals();
        }

        @Override
        public KeyTotals add(Edit edit, KeyTotals totals) {
            try {
                edit.of(totals);
                return totals;
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new Failed(failure);
            }
        }

        @Override
        public long[] getResult(KeyTotals totals) {
            return totals.waits();
        }

        @Override
        public KeyTotals merge(KeyTotals a, KeyTotals b) {
            throw new UnsupportedOperationException("totals of one key are never merged with others");
        }
    }
}
