package dev.millrace.core.row;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A value of any number of fields, of any classes, which may be null.
 *
 * <p>A row addresses its fields by position, by name, or by both: {@link #withPositions}, {@link #withNames}, or
 * {@link #withNamedPositions}. It also says what it does to a table ({@link RowKind}).
 */
@ModelApi
public final class Row implements Serializable {

    private static final long serialVersionUID = 1;

    private RowKind kind;
    private final Object[] byPosition;
    private final LinkedHashMap<String, Object> byName;
    private final LinkedHashMap<String, Integer> positions;

    private Row(
            RowKind kind,
            Object[] byPosition,
            LinkedHashMap<String, Object> byName,
            LinkedHashMap<String, Integer> positions) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.byPosition = byPosition;
        this.byName = byName;
        this.positions = positions;
    }

    /** A row of {@code arity} null fields, addressed by position. */
    public Row(int arity) {
        this(RowKind.INSERT, arity);
    }

    /** A row of a kind, of {@code arity} null fields, addressed by position. */
    public Row(RowKind kind, int arity) {
        this(kind, new Object[arity], null, null);
    }

    /** A row of {@code arity} null fields, addressed by position. */
    public static Row withPositions(int arity) {
        return new Row(arity);
    }

    /** A row of a kind, of {@code arity} null fields, addressed by position. */
    public static Row withPositions(RowKind kind, int arity) {
        return new Row(kind, arity);
    }

    /** An empty row whose fields come to be as they are set by name. */
    public static Row withNames() {
        return withNames(RowKind.INSERT);
    }

    /** An empty row of a kind, whose fields come to be as they are set by name. */
    public static Row withNames(RowKind kind) {
        return new Row(kind, null, new LinkedHashMap<>(), null);
    }

    /**
     * A row addressed by position and by name. The array and the map are taken, not copied; the map may be shared by many
     * rows and must not change.
     */
    public static Row withNamedPositions(RowKind kind, Object[] fields, LinkedHashMap<String, Integer> positions) {
        if (fields.length != positions.size()) {
            throw new IllegalArgumentException(fields.length + " fields have " + positions.size() + " names");
        }
        return new Row(kind, fields, null, positions);
    }

    /** A row of these values, addressed by position. */
    public static Row of(Object... values) {
        return ofKind(RowKind.INSERT, values);
    }

    /** A row of a kind and of these values, addressed by position. */
    public static Row ofKind(RowKind kind, Object... values) {
        return new Row(kind, values.clone(), null, null);
    }

    /** What the row does to a table. */
    public RowKind getKind() {
        return kind;
    }

    /** Sets what the row does to a table. */
    public void setKind(RowKind kind) {
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** The number of fields. */
    public int getArity() {
        return byPosition != null ? byPosition.length : byName.size();
    }

    /** The field at a position, counted from 0. */
    public Object getField(int position) {
        return checked(position)[position];
    }

    /** The field at a position, cast as the caller needs it. */
    @SuppressWarnings("unchecked")
    public <T> T getFieldAs(int position) {
        return (T) getField(position);
    }

    /** The field of a name. */
    public Object getField(String name) {
        if (byName != null) {
            if (!byName.containsKey(name)) {
                throw unknown(name);
            }
            return byName.get(name);
        }
        return byPosition[positionOf(name)];
    }

    /** The field of a name, cast as the caller needs it. */
    @SuppressWarnings("unchecked")
    public <T> T getFieldAs(String name) {
        return (T) getField(name);
    }

    /** Sets the field at a position, counted from 0. */
    public void setField(int position, Object value) {
        checked(position)[position] = value;
    }

    /** Sets the field of a name; in a row with names only, a new name adds a field. */
    public void setField(String name, Object value) {
        if (byName != null) {
            byName.put(Objects.requireNonNull(name, "name"), value);
        } else {
            byPosition[positionOf(name)] = value;
        }
    }

    /**
     * The names in order; null for a row without names. With {@code includeNamedPositions} the names of positions count
     * too.
     */
    public Set<String> getFieldNames(boolean includeNamedPositions) {
        if (byName != null) {
            return Collections.unmodifiableSet(byName.keySet());
        }
        return includeNamedPositions && positions != null ? Collections.unmodifiableSet(positions.keySet()) : null;
    }

    /** Sets all fields to null; in a row with names only, removes them. */
    public void clear() {
        if (byName != null) {
            byName.clear();
        } else {
            Arrays.fill(byPosition, null);
        }
    }

    /** A new row with the same kind, names and field values; the values are not copied. */
    public static Row copy(Row row) {
        return new Row(
                row.kind,
                row.byPosition == null ? null : row.byPosition.clone(),
                row.byName == null ? null : new LinkedHashMap<>(row.byName),
                row.positions);
    }

    /** A new row of some fields by their positions. */
    public static Row project(Row row, int[] positions) {
        Row projected = withPositions(row.kind, positions.length);
        for (int i = 0; i < positions.length; i++) {
            projected.setField(i, row.getField(positions[i]));
        }
        return projected;
    }

    /** A new row of some fields by their names. */
    public static Row project(Row row, String[] names) {
        Row projected = withNames(row.kind);
        for (String name : names) {
            projected.setField(name, row.getField(name));
        }
        return projected;
    }

    /** A new row of the fields of all rows in turn, of the kind of the first; all must be addressed by position. */
    public static Row join(Row first, Row... rest) {
        List<Object> values = new ArrayList<>(Arrays.asList(first.checked(-1)));
        for (Row row : rest) {
            values.addAll(Arrays.asList(row.checked(-1)));
        }
        return new Row(first.kind, values.toArray(), null, null);
    }

    private Object[] checked(int position) {
        if (byPosition == null) {
            throw new IllegalArgumentException("This row is addressed by names " + byName.keySet()
                    + ", not by positions; use getField(name) or make it with Row.withPositions");
        }
        if (position >= byPosition.length) {
            throw new IndexOutOfBoundsException("No field " + position + " in a row of " + byPosition.length);
        }
        return byPosition;
    }

    private int positionOf(String name) {
        if (positions == null) {
            throw new IllegalArgumentException("This row is addressed by positions, it has no field named '" + name
                    + "'; use getField(position) or make it with Row.withNames");
        }
        Integer position = positions.get(name);
        if (position == null) {
            throw unknown(name);
        }
        return position;
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("No field named '" + name + "'; there are " + getFieldNames(true));
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Row row) || kind != row.kind || !Objects.equals(positions, row.positions)) {
            return false;
        }
        if (byName == null || row.byName == null) {
            return byName == row.byName && Arrays.deepEquals(byPosition, row.byPosition);
        }
        if (!byName.keySet().equals(row.byName.keySet())) {
            return false;
        }
        return byName.entrySet().stream().allMatch(e -> Objects.deepEquals(e.getValue(), row.byName.get(e.getKey())));
    }

    @Override
    public int hashCode() {
        int fields = 0;
        if (byName == null) {
            fields = Arrays.deepHashCode(byPosition);
        } else {
            for (Map.Entry<String, Object> field : byName.entrySet()) {
                fields += field.getKey().hashCode() ^ Arrays.deepHashCode(new Object[] {field.getValue()});
            }
        }
        return 31 * kind.toByteValue() + fields;
    }

    /** {@code +I[a, 1]}, or {@code +I{name=a, count=1}} with names. */
    @Override
    public String toString() {
        if (byName == null && positions == null) {
            String fields = Arrays.deepToString(byPosition);
            return kind.shortString() + fields;
        }
        StringJoiner text = new StringJoiner(", ", kind.shortString() + "{", "}");
        for (String name : getFieldNames(true)) {
            String field = Arrays.deepToString(new Object[] {getField(name)});
            text.add(name + "=" + field.substring(1, field.length() - 1));
        }
        return text.toString();
    }
}
