package dev.millrace.state.naive;

import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.DoubleCell;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.TypeInformation;
import java.util.function.BiFunction;

/** The states of one space of namespaces, or of none. */
final class NaiveHandles<N> implements NamespacedState<N> {

    private final NaiveStore store;
    private final String space;
    private Object namespace;

    NaiveHandles(NaiveStore store, String space) {
        this.store = store;
        this.space = space;
    }

    @Override
    public void use(N selected) {
        namespace = selected;
    }

    @Override
    public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
        return handle(
                descriptor.getName(),
                "VALUE",
                descriptor.getTypeInformation(),
                null,
                (place, keys) -> new NaiveValueState<>(place, descriptor.getDefaultValue()));
    }

    @Override
    public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
        return handle(
                descriptor.getName(),
                "LIST",
                descriptor.getTypeInformation(),
                null,
                (place, keys) -> new NaiveListState<T>(place));
    }

    @Override
    public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
        return handle(
                descriptor.getName(),
                "MAP",
                descriptor.getValueType(),
                descriptor.getKeyType(),
                (place, keys) -> new NaiveMapState<K, V>(place, keys));
    }

    @Override
    public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
        return handle(
                descriptor.getName(),
                "REDUCING",
                descriptor.getTypeInformation(),
                null,
                (place, keys) -> new NaiveReducingState<>(place, descriptor.getReduceFunction()));
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
        return handle(
                descriptor.getName(),
                "AGGREGATING",
                descriptor.getTypeInformation(),
                null,
                (place, keys) -> new NaiveAggregatingState<>(place, descriptor.getAggregateFunction()));
    }

    @Override
    public LongCell longCell(String name) {
        return handle(name, "LONG_CELL", null, null, (place, keys) -> new NaiveLongCell(place));
    }

    @Override
    public DoubleCell doubleCell(String name) {
        return handle(name, "DOUBLE_CELL", null, null, (place, keys) -> new NaiveDoubleCell(place));
    }

    @SuppressWarnings("unchecked") // the definition's kind says which handle it has
    private <H> H handle(
            String name,
            String kind,
            TypeInformation<?> type,
            TypeInformation<?> keyType,
            BiFunction<Place, Coding, H> maker) {
        String fullName = space + "/" + name;
        Definition known = store.definition(fullName, kind, type);
        if (known.handle() != null) {
            return (H) known.handle();
        }
        Coding values = known.values() == null ? Coding.of(type, store.types()) : known.values();
        Coding keys = known.keys() == null ? Coding.of(keyType, store.types()) : known.keys();
        Place place = new Place(store.values(), () -> store.address(space, name, namespace), values, store.types());
        H handle = maker.apply(place, keys);
        store.define(fullName, new Definition(kind, type, values, keys, handle));
        return handle;
    }
}
