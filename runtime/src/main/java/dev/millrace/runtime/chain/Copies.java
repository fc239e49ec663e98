package dev.millrace.runtime.chain;

import dev.millrace.core.type.TypeSystem;

/**
 * Copies values where two users of a value could see each other's changes. Values of immutable classes pass as they are; the
 * last immutable class seen is remembered. Owned by the task's thread.
 */
public final class Copies {
    private final TypeSystem types;
    private Class<?> immutable;

    public Copies(TypeSystem types) {
        this.types = types;
    }

    /** The value itself when nothing in it can change, else a copy. */
    public Object of(Object value) {
        if (value == null || value.getClass() == immutable) {
            return value;
        }
        return other(value);
    }

    private Object other(Object value) {
        if (types.typeOf(value).immutable()) {
            immutable = value.getClass();
            return value;
        }
        return types.copy(value);
    }
}
