package dev.millrace.stream.field;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.operator.LastOfKeys;

/**
 * Keeps a sum per key. Of pairs of their own key and a whole number, which is what counting makes, nothing but the number
 * need be kept: a bare {@code long} in a table of such. All other records are kept whole.
 *
 * <p>The first record of a key decides: its other field is the one that all results show, so a later record of the key may
 * have another there. Results are fresh objects in both ways. They are emitted after each record, or when the data has ended.
 */
final class RunningSum<T> implements Operator<T, T> {

    /** Two values to ask the cell with; it holds none when it answers both. */
    private static final long ABSENT = Long.MIN_VALUE + 1;

    private static final long ABSENT_TOO = Long.MIN_VALUE + 2;

    private static final String NUMBER = "sum";
    private static final String WHOLE = "reduced";

    private final ReduceFunction<T> sum;
    private final int numberAt;
    private OperatorContext context;
    private Output<T> output;
    private KeyedState state;
    private LongCell number;
    private ValueState<T> whole;

    private final boolean onlyLast;
    private LongCell timestamps;
    /** Whether the numbers are longs, as the first one was; and of keys whose last one was not as that, a 1. */
    private boolean longs;

    private LongCell others;
    private boolean known;
    private boolean mixed;

    RunningSum(FieldPath field, boolean onlyLast) {
        this.onlyLast = onlyLast;
        this.sum = Aggregations.sum(field);
        this.numberAt = field.positionInPair();
    }

    @Override
    public void open(OperatorContext context, Output<T> output) {
        this.context = context;
        this.output = output;
        state = context.state();
        number = state.longCell(NUMBER);
        whole = state.value(new ValueStateDescriptor<>(WHOLE));
        if (onlyLast) {
            timestamps = state.longCell("timestamp");
            others = state.longCell("others");
        }
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        if (numberAt < 0 || value.getClass() != Tuple2.class || !onPair((Tuple2<?, ?>) value, timestamp)) {
            onWhole(value, timestamp);
        }
        if (onlyLast && timestamp != Batch.NO_TIMESTAMP) {
            timestamps.set(timestamp);
        }
    }

    /** Takes a pair if only its number need be kept. */
    private boolean onPair(Tuple2<?, ?> pair, long timestamp) throws Exception {
        Object addend = numberAt == 0 ? pair.f0 : pair.f1;
        boolean isLong = addend instanceof Long;
        if (!isLong && !(addend instanceof Integer)) {
            return false;
        }
        long before = number.get(ABSENT);
        Object key = state.key();
        if (before == ABSENT && number.get(ABSENT_TOO) == ABSENT_TOO) {
            if (!isOwnKey(pair, key) || whole.value() != null) {
                return false;
            }
            before = 0;
        }
        long after = before + ((Number) addend).longValue();
        number.set(isLong ? after : (int) after);
        if (onlyLast) {
            note(isLong);
        } else {
            output.emit(pair(key, after, isLong), timestamp);
        }
        return true;
    }

    /** The number of the selected key is of this kind now. */
    private void note(boolean isLong) {
        if (!known) {
            known = true;
            longs = isLong;
        }
        if (mixed || isLong != longs) {
            mixed = true;
            others.set(isLong == longs ? 0 : 1);
        }
    }

    private boolean isOwnKey(Tuple2<?, ?> pair, Object key) {
        boolean immutable = key instanceof String || key instanceof Long || key instanceof Integer;
        return immutable && key.equals(numberAt == 0 ? pair.f1 : pair.f0);
    }

    @SuppressWarnings("unchecked") // a pair came in, so a pair goes out
    private T pair(Object key, long after, boolean isLong) {
        Object sumOfKey = isLong ? (Object) after : (Object) (int) after;
        return (T) (numberAt == 0 ? Tuple2.of(sumOfKey, key) : Tuple2.of(key, sumOfKey));
    }

    private T pairOfKey() {
        return pair(state.key(), number.get(0), longs != (others.get(0) == 1));
    }

    @SuppressWarnings("unchecked") // a copy is of the same class
    private void onWhole(T value, long timestamp) throws Exception {
        T before = whole.value();
        T after = before == null ? value : sum.reduce(before, value);
        whole.update(after);
        if (!onlyLast) {
            output.emit(context.objectReuse() ? after : (T) context.types().copy(after), timestamp);
        }
    }

    @Override
    public boolean finish() {
        if (onlyLast) {
            output.emitAll(new LastOfKeys<>(state, NUMBER, this::pairOfKey, timestamps));
            output.emitAll(new LastOfKeys<>(state, WHOLE, whole::value, timestamps));
        }
        return true;
    }

    @Override
    public void onWatermark(long timestamp) {
        output.watermark(timestamp);
    }
}
