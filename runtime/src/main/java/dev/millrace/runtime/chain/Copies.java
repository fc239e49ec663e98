package dev.millrace.runtime.chain;

import dev.millrace.core.code.Line;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.ValueType;

/**
 * Copies values where two users of a value could see each other's changes. Values of immutable classes pass as they are; the
 * last classes seen are remembered. Owned by the task's thread.
 */
public final class Copies implements Line.Copies {
    private final TypeSystem types;
    private Class<?> immutable;
    private Class<?> mutable;
    private ValueType<Object> type;

    public Copies(TypeSystem types) {
        this.types = types;
    }

    /** The value itself when nothing in it can change, else a copy. */
    @Override
    public Object of(Object value) {
        if (value == null || value.getClass() == immutable) {
            return value;
        }
        return value.getClass() == mutable ? type.copy(value) : other(value);
    }

    private Object other(Object value) {
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
