package dev.millrace.core.type.generate;

import java.lang.reflect.Array;
import java.util.List;

/** Keeps the fields of objects of one class in columns; implementations are generated. */
public interface FlatCodec {

    /** The fields. */
    ObjectPlan plan();

    /** What each column holds: a primitive class, or Object. */
    List<Class<?>> columns();

    /** New columns. */
    default Object[] newColumns(int capacity) {
        Object[] made = new Object[columns().size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = Array.newInstance(columns().get(i), capacity);
        }
        return made;
    }

    /** Stores the object's fields at an index; false when it does not fit. */
    boolean store(Object object, Object[] columns, int index);

    /** A new object of the fields at an index. */
    Object load(Object[] columns, int index);
}
