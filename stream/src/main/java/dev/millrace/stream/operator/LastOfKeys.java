package dev.millrace.stream.operator;

import dev.millrace.core.element.Batch;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.LongCell;
import java.util.Iterator;

/** The last result of each key that has a value in a state, when the data has ended; in no order. */
public final class LastOfKeys<T> implements Cursor<T> {

    /** What the selected key has come to. */
    public interface Result<T> {
        T get() throws Exception;
    }

    private final KeyedState state;
    private final Result<T> result;
    private final LongCell timestamps;
    private final Iterator<Object> keys;
    private T value;

    /**
     * @param stateName the state in which every key with a result has a value
     * @param timestamps the timestamp of each key's result, nothing for those that have none
     */
    public LastOfKeys(KeyedState state, String stateName, Result<T> result, LongCell timestamps) {
        this.state = state;
        this.result = result;
        this.timestamps = timestamps;
        this.keys = state.keysOf(stateName);
    }

    @Override
    public boolean advance() throws Exception {
        if (!keys.hasNext()) {
            return false;
        }
        state.useKey(keys.next());
        value = result.get();
        return true;
    }

    @Override
    public T value() {
        return value;
    }

    @Override
    public long timestamp() {
        return timestamps.get(Batch.NO_TIMESTAMP);
    }
}
