package dev.millrace.stream.window;

import dev.millrace.core.type.TypeSystem;

/** Copies totals that can change, before a function or a window sees them. Owned by the task's thread. */
final class TotalCopies<A> {

    private final TypeSystem types;
    private Class<?> immutable;

    TotalCopies(TypeSystem types) {
        this.types = types;
    }

    /** The total itself when nothing in it can change, else a copy. */
    A copy(A total) {
        return total == null || total.getClass() == immutable ? total : other(total);
    }

    @SuppressWarnings("unchecked") // a copy is of the same class
    private A other(A total) {
        if (types.typeOf(total).immutable()) {
            immutable = total.getClass();
            return total;
        }
        return (A) types.copy(total);
    }
}
