package dev.millrace.stream.field;

import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;

/**
 * Keeps a sum per key. Of pairs of their own key and a whole number, which is what counting makes, nothing but the number
 * need be kept: a bare {@code long} in a table of such. All other records are kept whole.
 *
 * <p>The first record of a key decides: its other field is the one that all results show, so a later record of the key may
 * have another there. Results are fresh objects in both ways.
 */
final class RunningSum<T> implements Operator<T, T> {

    /** Two values to ask the cell with; it holds none when it answers both. */
    private static final long ABSENT = Long.MIN_VALUE + 1;

    private static final long ABSENT_TOO = Long.MIN_VALUE + 2;

    private final ReduceFunction<T> sum;
    private final int numberAt;
    private OperatorContext context;
    private Output<T> output;
    private KeyedState state;
    private LongCell number;
    private ValueState<T> whole;

    RunningSum(FieldPath field) {
        this.sum = Aggregations.sum(field);
        this.numberAt = field.positionInPair();
    }

    @Override
    public void open(OperatorContext context, Output<T> output) {
        this.context = context;
        this.output = output;
        state = context.state();
        number = state.longCell("sum");
        whole = state.value(new ValueStateDescriptor<>("reduced"));
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        if (numberAt < 0 || value.getClass() != Tuple2.class || !onPair((Tuple2<?, ?>) value, timestamp)) {
            onWhole(value, timestamp);
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
        if (isLong) {
            emitPair(key, after, timestamp);
        } else {
            emitPair(key, (int) after, timestamp);
        }
        return true;
    }

    private boolean isOwnKey(Tuple2<?, ?> pair, Object key) {
        boolean immutable = key instanceof String || key instanceof Long || key instanceof Integer;
        return immutable && key.equals(numberAt == 0 ? pair.f1 : pair.f0);
    }

    @SuppressWarnings("unchecked") // a pair came in, so a pair goes out
    private void emitPair(Object key, Number after, long timestamp) {
        output.emit((T) (numberAt == 0 ? Tuple2.of(after, key) : Tuple2.of(key, after)), timestamp);
    }

    @SuppressWarnings("unchecked") // a copy is of the same class
    private void onWhole(T value, long timestamp) throws Exception {
        T before = whole.value();
        T after = before == null ? value : sum.reduce(before, value);
        whole.update(after);
        output.emit(context.objectReuse() ? after : (T) context.types().copy(after), timestamp);
    }

    @Override
    public void onWatermark(long timestamp) {
        output.watermark(timestamp);
    }
}
