package dev.millrace.state.heap;

import dev.millrace.core.type.TypeInformation;
import java.util.Objects;

/** A state of a space: known from a snapshot, asked for by the program, or both. Owned by the operator's thread. */
final class StateEntry {

    private final int index;
    private final String name;
    private final StateKind kind;
    private Asked asked;

    StateEntry(int index, String name, StateKind kind) {
        this.index = index;
        this.name = name;
        this.kind = kind;
    }

    /**
     * What the program said of it.
     *
     * @param type the type of the values, or null
     * @param keyType the type of a map's keys, or null
     * @param keys what is known of a map's keys; null for other kinds
     * @param handle what the program holds
     */
    record Asked(TypeInformation<?> type, TypeInformation<?> keyType, Values values, Values keys, Object handle) {}

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    StateKind kind() {
        return kind;
    }

    /** What the program said, or null when it has not asked. */
    Asked asked() {
        return asked;
    }

    void asked(Asked now) {
        asked = now;
    }

    /** Refuses another kind or type under the same name. */
    void require(StateKind wanted, TypeInformation<?> type, TypeInformation<?> keyType, String operator) {
        if (wanted != kind) {
            throw conflict(operator, kind.toString(), wanted.toString());
        }
        if (asked != null && !agree(asked.type, type)) {
            throw conflict(operator, kind + " of " + asked.type, wanted + " of " + type);
        }
        if (asked != null && !agree(asked.keyType, keyType)) {
            throw conflict(operator, kind + " with keys of " + asked.keyType, wanted + " with keys of " + keyType);
        }
    }

    private static boolean agree(TypeInformation<?> left, TypeInformation<?> right) {
        return left == null || right == null || Objects.equals(left, right);
    }

    private IllegalStateException conflict(String operator, String is, String wanted) {
        return new IllegalStateException("State '" + name + "' of operator '" + operator + "' is " + is
                + " and is asked for as " + wanted + "; give each state a name of its own");
    }
}
