package dev.millrace.stream.window;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Combiner;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;

/**
 * Makes a {@link TotalOperator}, and what adds records up before they travel to it.
 *
 * @param merges whether totals can be merged
 */
record Totalled<T, A, V, OUT, K>(
        WindowSpec<T, TimeWindow> spec,
        Combine<T, A, V> combine,
        WindowCall<V, OUT, K, TimeWindow> call,
        boolean merges)
        implements OperatorFactory<Object, OUT> {

    @Override
    public Operator<Object, OUT> create() {
        return new TotalOperator<>(spec, combine, call);
    }

    @Override
    @SuppressWarnings("unchecked") // the key is that of the records
    public Combiner combiner(KeySelector<?, ?> key) {
        if (!merges || !spec.assigner().isEventTime()) {
            return null;
        }
        KeySelector<T, ?> selector = (KeySelector<T, ?>) key;
        return new Combiner(new Combining<>(selector, spec, combine), new PartialKey<>(selector));
    }

    /** Makes a {@link CombineOperator}. */
    private record Combining<T, A>(KeySelector<T, ?> key, WindowSpec<T, TimeWindow> spec, Combine<T, A, ?> combine)
            implements OperatorFactory<T, Object> {

        @Override
        public Operator<T, Object> create() {
            return new CombineOperator<>(key, spec.slicing(), spec.sessionGap(), combine);
        }

        @Override
        public boolean combines() {
            return true;
        }
    }

    /** The key of a partial total, or of a record. */
    private record PartialKey<T>(KeySelector<T, ?> key) implements KeySelector<Object, Object> {

        @Override
        @SuppressWarnings("unchecked") // what is no partial total is a record
        public Object getKey(Object value) throws Exception {
            return value instanceof Partial partial ? partial.key() : key.getKey((T) value);
        }
    }
}
