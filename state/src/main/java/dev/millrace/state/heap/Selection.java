package dev.millrace.state.heap;

import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;

/** The selected key: a row of the batch entered last, or a key by itself. */
final class Selection {

    private final String operator;
    private KeyLane lane;
    private int row = Table.ABSENT;
    private Object key;
    private int hash;

    Selection(String operator) {
        this.operator = operator;
    }

    void enter(KeyLane keys) {
        lane = keys;
        row = Table.ABSENT;
        key = null;
    }

    void at(int selectedRow) {
        row = selectedRow;
        key = null;
    }

    void use(Object selectedKey, int structuralHash) {
        row = Table.ABSENT;
        key = selectedKey;
        hash = structuralHash;
    }

    /** Selects nothing; the batch entered last stays. */
    void unselect() {
        row = Table.ABSENT;
        key = null;
    }

    Object key() {
        if (key == null) {
            requireSelected();
            key = lane.key(row);
        }
        return key;
    }

    /** Sets the selected key as what rows are looked for by; one in a lane of longs is not boxed for it. */
    void aim(KeyIdentity identity) {
        if (row >= 0 && lane instanceof LongKeys longs) {
            identity.set(longs.keys()[row]);
        } else {
            identity.set(key());
        }
    }

    int hash() {
        if (row >= 0) {
            return lane.hash(row);
        }
        requireSelected();
        return hash;
    }

    private void requireSelected() {
        if (row < 0 && key == null) {
            throw new IllegalStateException("Operator '" + operator
                    + "' uses keyed state while no key is selected; use it while a record or a timer is being"
                    + " processed");
        }
    }
}
