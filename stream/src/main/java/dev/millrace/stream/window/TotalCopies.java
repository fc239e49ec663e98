package dev.millrace.stream.window;

import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.ValueType;

/**
 * Copies totals that can change, before a function or a window sees them. The last classes seen are remembered. Owned by the
 * task's thread.
 */
final class TotalCopies<A> {

    private final TypeSystem types;
    private Class<?> immutable;
    private Class<?> mutable;
    private ValueType<Object> type;

    TotalCopies(TypeSystem types) {
        this.types = types;
    }

    /** The total itself when nothing in it can change, else a copy. */
    @SuppressWarnings("unchecked") // a copy is of the same class
    A copy(A total) {
        return total == null || total.getClass() == immutable ? total : (A) other(total);
    }

    private Object other(Object value) {
        if (value.getClass() == mutable) {
            return type.copy(value);
        }
        ValueType<Object> found = types.typeOf(value);
        if (found.immutable()) {
            immutable = value.getClass();
            return value;
        }
        mutable = value.getClass();
        type = found;
        return found.copy(value);
    }
}
