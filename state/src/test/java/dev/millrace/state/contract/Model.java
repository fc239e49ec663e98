package dev.millrace.state.contract;

import dev.millrace.core.tuple.Tuple2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the random program's state should be, in plain collections; every value in it is never changed, only replaced. */
final class Model {

    /** Where a value stands. */
    record At(Op.State state, Object key, String namespace) {}

    record ModelTimer(Object key, String namespace, long timestamp) {}

    private final Map<At, Object> values = new LinkedHashMap<>();
    private final Set<ModelTimer> timers = new LinkedHashSet<>();

    Model copy() {
        Model copy = new Model();
        copy.values.putAll(values);
        copy.timers.addAll(timers);
        return copy;
    }

    Object get(At at) {
        return values.get(at);
    }

    Collection<At> places() {
        return values.keySet();
    }

    Set<ModelTimer> timers() {
        return timers;
    }

    void clear(At at) {
        values.remove(at);
    }

    void set(At at, Object value, int number) {
        Object present = values.get(at);
        Object next = switch (at.state) {
            case VALUE -> value;
            case LIST -> appended((List<?>) present, value);
            case MAP -> with((Map<?, ?>) present, number, value);
            case REDUCING -> Tuple2.of("sum", number + (present == null ? 0 : (long) ((Tuple2<?, ?>) present).f1));
            case AGGREGATING -> counted((String) present, number);
            case LONG_CELL -> (long) number;
            case DOUBLE_CELL -> number / 2.0;
        };
        values.put(at, next);
    }

    private static List<Object> appended(List<?> present, Object value) {
        List<Object> list = present == null ? new ArrayList<>() : new ArrayList<>(present);
        list.add(value);
        return list;
    }

    private static Map<Object, Object> with(Map<?, ?> present, Object key, Object value) {
        Map<Object, Object> map = present == null ? new LinkedHashMap<>() : new LinkedHashMap<>(present);
        map.put(key, value);
        return map;
    }

    private static String counted(String present, long value) {
        if (present == null) {
            return "1:" + value;
        }
        String[] parts = present.split(":");
        return Long.parseLong(parts[0]) + 1 + ":" + (Long.parseLong(parts[1]) + value);
    }

    /** Removes the entries whose user keys are given. */
    void removeEntries(At at, Collection<?> userKeys) {
        Map<?, ?> present = (Map<?, ?>) values.get(at);
        if (present != null) {
            Map<Object, Object> map = new LinkedHashMap<>(present);
            map.keySet().removeAll(userKeys);
            if (map.isEmpty()) {
                values.remove(at);
            } else {
                values.put(at, map);
            }
        }
    }
}
