package dev.millrace.state.heap;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.DoubleCell;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateHandles;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.heap.StateEntry.Asked;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.function.Function;

/** Makes the handles of a space, each once, and brings what a snapshot held of their states into columns. */
final class Handles implements StateHandles {

    private final KeySpace space;
    private final Makers makers;

    Handles(KeySpace space, Makers makers) {
        this.space = space;
        this.makers = makers;
    }

    /** What handles are made with. */
    static final class Makers {

        private final TypeSystem types;
        private final Exposures exposures;
        private Class<?> user;

        Makers(TypeSystem types, Exposures exposures) {
            this.types = types;
            this.exposures = exposures;
        }

        TypeSystem types() {
            return types;
        }

        /** The handles made from now on are used by this class. */
        void usedBy(Class<?> operator) {
            user = operator;
        }

        @SuppressWarnings("unchecked") // the handle takes any value
        <T> ValueState<T> value(Cell cell, T defaultValue) {
            List<Class<?>> users = user == null ? List.of() : List.of(user);
            return (ValueState<T>)
                    OwnCode.make(MethodHandles.lookup(), HeapValueState.class, users, cell, defaultValue);
        }

        Values values(String state, TypeInformation<?> type) {
            return Values.of(state, type, types, exposures);
        }
    }

    Makers makers() {
        return makers;
    }

    @Override
    public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
        return handle(
                descriptor.getName(),
                StateKind.VALUE,
                descriptor.getTypeInformation(),
                cell -> makers.value(cell, descriptor.getDefaultValue()));
    }

    @Override
    public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
        return handle(
                descriptor.getName(),
                StateKind.LIST,
                descriptor.getTypeInformation(),
                cell -> new HeapListState<T>(cell));
    }

    @Override
    public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
        return handle(
                descriptor.getName(),
                StateKind.REDUCING,
                descriptor.getTypeInformation(),
                cell -> new HeapReducingState<T>(cell, descriptor.getReduceFunction()));
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
        return handle(
                descriptor.getName(),
                StateKind.AGGREGATING,
                descriptor.getTypeInformation(),
                cell -> new HeapAggregatingState<I, A, O>(cell, descriptor.getAggregateFunction()));
    }

    @Override
    public LongCell longCell(String name) {
        return handle(name, StateKind.LONG_CELL, null, HeapLongCell::new);
    }

    @Override
    public DoubleCell doubleCell(String name) {
        return handle(name, StateKind.DOUBLE_CELL, null, HeapDoubleCell::new);
    }

    @Override
    @SuppressWarnings("unchecked") // the entry's kind says which handle it has
    public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
        String name = descriptor.getName();
        StateEntry entry = space.ask(name, StateKind.MAP, descriptor.getValueType(), descriptor.getKeyType());
        if (entry.asked() == null) {
            Values values = makers.values(name, descriptor.getValueType());
            Values keys = makers.values(name, descriptor.getKeyType());
            HeapMapState<K, V> handle = new HeapMapState<>(new Cell(space, entry.index(), values), keys, makers);
            restore(entry, new Asked(descriptor.getValueType(), descriptor.getKeyType(), values, keys, handle));
        }
        return (MapState<K, V>) entry.asked().handle();
    }

    @SuppressWarnings("unchecked") // the entry's kind says which handle it has
    private <H> H handle(String name, StateKind kind, TypeInformation<?> type, Function<Cell, H> maker) {
        StateEntry entry = space.ask(name, kind, type, null);
        if (entry.asked() == null) {
            Values values = makers.values(name, type);
            H handle = maker.apply(new Cell(space, entry.index(), values));
            restore(entry, new Asked(type, null, values, null, handle));
        }
        return (H) entry.asked().handle();
    }

    private void restore(StateEntry entry, Asked asked) {
        entry.asked(asked);
        for (int place = 0; place < space.groupCount(); place++) {
            if (space.table(place).column(entry.index()) instanceof StoredColumn stored) {
                stored.moveInto(space, space.table(place), entry);
            }
        }
    }
}
