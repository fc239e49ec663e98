package dev.millrace.stream.field;

import dev.millrace.core.function.InvalidProgramException;
import java.io.Serializable;

/**
 * The way to a field: {@code 1}, {@code f0}, {@code word}, {@code user.name} or {@code *} for the record itself. Works on
 * tuples, rows, records, plain objects, arrays and, as {@code 0} or {@code *}, on single values. Belongs to one thread.
 */
public final class FieldPath implements Serializable {

    private static final String WHOLE = "*";

    private final String expression;
    private final String[] names;
    private transient FieldOfClass[] cached;

    private FieldPath(String expression) {
        this.expression = expression;
        this.names = expression.split("\\.");
    }

    /**
     * The path of an expression.
     *
     * @throws InvalidProgramException when the expression is empty or ends in a dot
     */
    public static FieldPath of(String expression) {
        if (expression == null || expression.isBlank() || expression.startsWith(".") || expression.endsWith(".")) {
            throw new InvalidProgramException("'" + expression
                    + "' does not name a field; write a field's name, f0 for a tuple's first field, a.b or *");
        }
        return new FieldPath(expression.trim());
    }

    /** The field at a position, from 0. */
    public static FieldPath of(int position) {
        if (position < 0) {
            throw new InvalidProgramException("there is no field at position " + position + "; positions start at 0");
        }
        return new FieldPath(String.valueOf(position));
    }

    /** The position that the expression means in a tuple of two fields; -1 when it means none. */
    int positionInPair() {
        return switch (expression) {
            case "0", "f0" -> 0;
            case "1", "f1" -> 1;
            default -> -1;
        };
    }

    /** The field's value. */
    public Object get(Object record) {
        Object value = record;
        for (int level = 0; level < names.length; level++) {
            value = field(level, value).get(value);
        }
        return value;
    }

    /** The record with another value in the field: the same record, changed, or a new one when it cannot be changed. */
    @SuppressWarnings("unchecked") // a field's owner stays of its class
    public <T> T with(T record, Object value) {
        return (T) with(0, record, value);
    }

    private Object with(int level, Object owner, Object value) {
        FieldOfClass field = field(level, owner);
        return field.with(owner, level == names.length - 1 ? value : with(level + 1, field.get(owner), value));
    }

    private FieldOfClass field(int level, Object owner) {
        if (owner == null) {
            throw new NullPointerException(
                    "the field '" + expression + "' cannot be read: what stands before '" + names[level] + "' is null");
        }
        if (cached == null) {
            cached = new FieldOfClass[names.length];
        }
        FieldOfClass field = cached[level];
        if (field == null || field.owner() != owner.getClass()) {
            field = names[level].equals(WHOLE)
                    ? FieldOfClass.self(owner.getClass())
                    : FieldOfClass.of(owner, names[level], expression);
            cached[level] = field;
        }
        return field;
    }

    @Override
    public String toString() {
        return expression;
    }
}
