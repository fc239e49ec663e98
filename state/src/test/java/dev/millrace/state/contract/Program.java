package dev.millrace.state.contract;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.DoubleCell;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateHandles;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;

/** The states of the random program, opened on one store, with and without namespaces. */
final class Program {

    private final KeyedStore store;
    private final Handles plain;
    private final NamespacedState<String> windows;
    private final Handles windowed;

    Program(KeyedStore store) {
        this.store = store;
        this.plain = new Handles(store.state());
        this.windows = store.state().namespaced("windows");
        this.windowed = new Handles(windows);
    }

    KeyedStore store() {
        return store;
    }

    Handles at(Object key, String namespace) {
        store.state().useKey(key);
        return in(namespace);
    }

    /** The states of the key that is selected. */
    Handles in(String namespace) {
        if (namespace.isEmpty()) {
            return plain;
        }
        windows.use(namespace);
        return windowed;
    }

    static final class Handles {
        final ValueState<Object> value;
        final ListState<Object> list;
        final MapState<Object, Object> map;
        final ReducingState<Tuple2<String, Long>> reducing;
        final AggregatingState<Long, String> aggregating;
        final LongCell longCell;
        final DoubleCell doubleCell;

        Handles(StateHandles handles) {
            value = handles.value(new ValueStateDescriptor<>("value"));
            list = handles.list(new ListStateDescriptor<>("list"));
            map = handles.map(new MapStateDescriptor<>("map"));
            reducing = handles.reducing(new ReducingStateDescriptor<>("reducing", Program::sumInPlace));
            aggregating = handles.aggregating(new AggregatingStateDescriptor<>("aggregating", new CountAndSum()));
            longCell = handles.longCell("long");
            doubleCell = handles.doubleCell("double");
        }
    }

    /** Changes its first argument, as programs do. */
    private static Tuple2<String, Long> sumInPlace(Tuple2<String, Long> left, Tuple2<String, Long> right) {
        left.f1 += right.f1;
        return left;
    }

    /** An accumulator that is an array, changed in place. */
    private static final class CountAndSum implements AggregateFunction<Long, long[], String> {

        private static final long serialVersionUID = 1;

        @Override
        public long[] createAccumulator() {
            return new long[2];
        }

        @Override
        public long[] add(Long value, long[] accumulator) {
            accumulator[0]++;
            accumulator[1] += value;
            return accumulator;
        }

        @Override
        public String getResult(long[] accumulator) {
            return accumulator[0] + ":" + accumulator[1];
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            throw new UnsupportedOperationException();
        }
    }
}
