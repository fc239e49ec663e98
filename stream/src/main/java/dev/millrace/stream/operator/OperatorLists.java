package dev.millrace.stream.operator;

import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.OperatorStateStore;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.operator.CarriedLists.Kind;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operator state of a user function: lists, union lists and broadcast maps by name, on the heap. What was restored and
 * has not been asked for is carried along.
 */
final class OperatorLists implements OperatorStateStore {

    /** Tells the lists of the function from those of its operator. */
    private static final String PREFIX = "function/";

    private record Entry(Form form, HeapList<Object> list, HeapBroadcast<Object, Object> map) {}

    /**
     * What a state was asked for as.
     *
     * @param classes of the items, or of keys and values; null for what the descriptor leaves open
     */
    private record Form(Kind kind, List<Class<?>> classes) {

        static Form of(Kind kind, TypeInformation<?>... types) {
            List<Class<?>> classes = new ArrayList<>();
            for (TypeInformation<?> type : types) {
                classes.add(type == null ? null : type.getTypeClass());
            }
            return new Form(kind, classes);
        }

        boolean contradicts(Form other) {
            for (int place = 0; kind == other.kind && place < classes.size(); place++) {
                Class<?> one = classes.get(place);
                Class<?> two = other.classes.get(place);
                if (one != null && two != null && one != two) {
                    return true;
                }
            }
            return kind != other.kind;
        }

        @Override
        public String toString() {
            return kind + " of "
                    + classes.stream()
                            .map(each -> each == null ? "any class" : each.getName())
                            .collect(Collectors.joining(" and "));
        }
    }

    /** A map entry on its way through a snapshot. */
    record Pair(Object key, Object value) implements Serializable {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final CarriedLists restored = new CarriedLists();

    void restore(SnapshotReader reader) throws IOException {
        for (String name : reader.names()) {
            if (name.startsWith(PREFIX)) {
                restored.take(reader, name, name.substring(PREFIX.length()));
            }
        }
    }

    /**
     * @param isFirst whether this is the first instance of the operator
     */
    void writeTo(SnapshotWriter writer, boolean isFirst) throws IOException {
        restored.writeTo(writer, PREFIX, isFirst);
        for (Map.Entry<String, Entry> named : entries.entrySet()) {
            Entry entry = named.getValue();
            String name = PREFIX + named.getKey();
            switch (entry.form().kind()) {
                case LIST -> writer.list(name, entry.list().values());
                case UNION -> writer.union(name, entry.list().values());
                case BROADCAST -> writer.broadcast(name, entry.map().pairs());
            }
        }
    }

    @Override
    public <S> ListState<S> getListState(ListStateDescriptor<S> descriptor) {
        return list(descriptor, Kind.LIST);
    }

    @Override
    public <S> ListState<S> getUnionListState(ListStateDescriptor<S> descriptor) {
        return list(descriptor, Kind.UNION);
    }

    @SuppressWarnings("unchecked") // the descriptor's type stands for what the program put in
    private <S> ListState<S> list(ListStateDescriptor<S> descriptor, Kind kind) {
        return (ListState<S>) entry(descriptor.getName(), Form.of(kind, descriptor.getTypeInformation()))
                .list();
    }

    @Override
    @SuppressWarnings("unchecked") // the descriptor's types stand for what the program put in
    public <K, V> BroadcastState<K, V> getBroadcastState(MapStateDescriptor<K, V> descriptor) {
        return (BroadcastState<K, V>)
                entry(descriptor.getName(), Form.of(Kind.BROADCAST, descriptor.getKeyType(), descriptor.getValueType()))
                        .map();
    }

    private Entry entry(String name, Form form) {
        Entry entry = entries.get(name);
        if (entry == null) {
            List<Object> before = restored.handOut(name, form.kind());
            entry = form.kind() == Kind.BROADCAST
                    ? new Entry(form, null, new HeapBroadcast<>(before))
                    : new Entry(form, new HeapList<>(before), null);
            entries.put(name, entry);
        }
        if (entry.form().contradicts(form)) {
            throw new IllegalStateException("the operator state '" + name + "' is a state " + entry.form()
                    + " and cannot be asked for as " + form + "; give each state a name of its own");
        }
        return entry;
    }

    @Override
    public Set<String> getRegisteredStateNames() {
        return names(false);
    }

    @Override
    public Set<String> getRegisteredBroadcastStateNames() {
        return names(true);
    }

    private Set<String> names(boolean broadcast) {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach((name, entry) -> {
            if ((entry.form().kind() == Kind.BROADCAST) == broadcast) {
                names.add(name);
            }
        });
        return names;
    }
}
