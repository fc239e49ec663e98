package dev.millrace.core.state;

import dev.millrace.core.element.Batch;
import java.util.Iterator;

/**
 * The state of the keys of one operator instance. Whole batches are prepared, rows are selected: {@link #enter} finds the
 * places of all keys of a batch with their cache misses overlapped, {@link #at} then selects a row for next to nothing.
 * Owned by the operator's thread.
 */
public interface KeyedState extends StateHandles {

    /**
     * Prepares the keys of a batch; the batch has a key lane. Selects none. While a timer fires an operator may enter keys of
     * its own.
     */
    void enter(Batch batch);

    /**
     * Where the selected key lies, which has state: a number that stays its own as long as it has some, and is good for
     * {@link #enter(Batch, long[])}.
     */
    default long place() {
        return 0;
    }

    /**
     * Prepares the keys of a batch as {@link #enter(Batch)} does, without a search.
     *
     * @param places per row what {@link #place} has answered for its key, which has had state ever since
     */
    default void enter(Batch batch, long[] places) {
        enter(batch);
    }

    /** Selects the key of a row of the batch entered last. */
    void at(int row);

    /** Selects a key. Null is an error. */
    void useKey(Object key);

    /** Selects no key: state cannot be used until one is selected again. */
    void unselect();

    /** The selected key; an error when none is selected. */
    Object key();

    /**
     * Says which class is going to use the state: handles that it asks for may have {@linkplain dev.millrace.core.code.OwnCode
     * code of their own} for it.
     */
    default void usedBy(Class<?> operator) {}

    /**
     * Walks the keys that have a value in a state that is kept per key alone, in no order. State may be used and keys be
     * selected meanwhile; of keys that come or go meanwhile it is not said whether they are met.
     */
    Iterator<Object> keysOf(String stateName);

    /**
     * States that are kept per key and namespace (a window, say), apart from those per key alone.
     *
     * @param name tells these namespaces from others of the same operator
     */
    <N> NamespacedState<N> namespaced(String name);
}
