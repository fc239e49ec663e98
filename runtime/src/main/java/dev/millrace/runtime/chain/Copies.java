package dev.millrace.runtime.chain;

import dev.millrace.core.code.Line;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.ValueType;
import dev.millrace.core.type.codec.FlatLayout;

/**
 * Copies values where two users of a value could see each other's changes. Values of immutable classes pass as they are; the
 * last classes seen are remembered. Owned by the task's thread.
 */
public final class Copies implements Line.Copies {
    /** After so many values that were not like those before, every value is copied. */
    private static final int LAYOUTS_MAX = 8;

    private final TypeSystem types;
    /** How often the layout of new objects may still be learnt; 0 when values may be known elsewhere. */
    private int layoutsLeft;

    private FlatLayout layout;
    private Class<?> immutable;
    private Class<?> mutable;
    private ValueType<Object> type;

    public Copies(TypeSystem types) {
        this.types = types;
    }

    /** Copies values that are new objects: only those that refer to something that can change. */
    static Copies ofNewObjects(TypeSystem types) {
        Copies copies = new Copies(types);
        copies.layoutsLeft = LAYOUTS_MAX;
        return copies;
    }

    /** The value itself when nothing in it can change, else a copy. */
    @Override
    public Object of(Object value) {
        if (value == null || value.getClass() == immutable) {
            return value;
        }
        if (layout != null && layout.fits(value)) {
            return value;
        }
        if (layoutsLeft > 0) {
            layoutsLeft--;
            layout = types.typeOf(value).flat(value).orElse(null);
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
