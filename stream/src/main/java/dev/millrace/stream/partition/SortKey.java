package dev.millrace.stream.partition;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.Order;
import dev.millrace.core.tuple.Tuple;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** By what records are sorted, and in which direction. Records with equal keys keep their order. */
public record SortKey<T>(KeySelector<T, ?> key, Order order) implements Serializable {

    public SortKey {
        if (order != Order.ASCENDING && order != Order.DESCENDING) {
            throw new IllegalArgumentException("records are sorted ASCENDING or DESCENDING, not " + order);
        }
    }

    private record Keyed<T>(Object key, T value) {}

    /** The records in their order. */
    List<T> sorted(Iterable<T> records) throws Exception {
        List<Keyed<T>> keyed = new ArrayList<>();
        for (T record : records) {
            keyed.add(new Keyed<>(key.getKey(record), record));
        }
        Comparator<Keyed<T>> ascending = (left, right) -> compare(left.key(), right.key());
        keyed.sort(order == Order.ASCENDING ? ascending : ascending.reversed());
        List<T> sorted = new ArrayList<>(keyed.size());
        keyed.forEach(each -> sorted.add(each.value()));
        return sorted;
    }

    @SuppressWarnings("unchecked") // values of one class compare with each other
    private static int compare(Object left, Object right) {
        if (left instanceof Tuple one && right instanceof Tuple other && one.getArity() == other.getArity()) {
            int compared = 0;
            for (int field = 0; compared == 0 && field < one.getArity(); field++) {
                compared = compare(one.<Object>getField(field), other.<Object>getField(field));
            }
            return compared;
        }
        if (left instanceof Comparable<?> one && right != null && left.getClass() == right.getClass()) {
            return ((Comparable<Object>) one).compareTo(right);
        }
        throw new IllegalArgumentException("records cannot be sorted by " + left + " and " + right
                + "; sort keys are Comparable or tuples of such, all of one class and not null");
    }
}
