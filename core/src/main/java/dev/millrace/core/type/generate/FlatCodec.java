package dev.millrace.core.type.generate;

import java.lang.reflect.Array;
import java.util.List;

/** Keeps the fields of objects of one class in columns; subclasses are generated. */
public abstract class FlatCodec {

    private final ObjectPlan plan;
    private final List<Class<?>> columns;

    /** {@code columns}: per field the primitive in its column, or Object. */
    protected FlatCodec(ObjectPlan plan, List<Class<?>> columns) {
        this.plan = plan;
        this.columns = List.copyOf(columns);
    }

    /** The fields. */
    public final ObjectPlan plan() {
        return plan;
    }

    /** What each column holds: a primitive class, or Object. */
    public final List<Class<?>> columns() {
        return columns;
    }

    /** New columns. */
    public final Object[] newColumns(int capacity) {
        Object[] made = new Object[columns.size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = Array.newInstance(columns.get(i), capacity);
        }
        return made;
    }

    /** Stores the object's fields at an index; false when it does not fit. */
    public abstract boolean store(Object object, Object[] columns, int index);

    /** A new object of the fields at an index. */
    public abstract Object load(Object[] columns, int index);
}
