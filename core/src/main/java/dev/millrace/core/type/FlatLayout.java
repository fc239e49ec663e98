package dev.millrace.core.type;

import java.util.List;

/**
 * How the fields of one class of values are kept in columns: state tables use it to keep small records without objects.
 *
 * <p>A column is an array of its kind: {@code boolean[]}, {@code byte[]}, {@code short[]}, {@code char[]}, {@code int[]},
 * {@code long[]}, {@code float[]}, {@code double[]}, or {@code Object[]} for immutable references.
 */
public interface FlatLayout {

    /** The columns, in the order of the fields. */
    List<Column> columns();

    /** New columns with room for {@code capacity} values each. */
    Object[] newColumns(int capacity);

    /**
     * Stores the value's fields at the index.
     *
     * @return false, with nothing stored, when this value does not fit flat columns: a field declared open holds another
     *     class than the layout's, or null where the column is primitive
     */
    boolean store(Object value, Object[] columns, int index);

    /** Builds a new value from the fields at the index. */
    Object load(Object[] columns, int index);

    /** One field's column. */
    record Column(String name, Kind kind) {}

    /** What a column's array holds. */
    enum Kind {
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        REFERENCE
    }
}
