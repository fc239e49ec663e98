package dev.millrace.state.heap;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The order of timers that agree in timestamp and in their keys' hash: by the canonical bytes of key and namespace, so that it
 * is the same in every run.
 */
record TimerOrder(TypeSystem types) {

    int compare(Table table, int left, int right) {
        return left == right ? 0 : Arrays.compareUnsigned(bytes(table, left), bytes(table, right));
    }

    private byte[] bytes(Table table, int row) {
        try {
            BytesOutput out = new BytesOutput();
            types.writeKey(table.id(TimerIdentity.KEY).get(row), out);
            types.writeKey(NullValue.unwrap(table.id(TimerIdentity.NAMESPACE).get(row)), out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("a timer's key or namespace cannot be written", failure);
        }
    }
}
