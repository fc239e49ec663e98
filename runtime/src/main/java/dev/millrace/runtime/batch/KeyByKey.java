package dev.millrace.runtime.batch;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.chain.OperatorFailure;
import java.util.Arrays;

/**
 * Gathers the records of all inputs with keys. When all inputs have ended they are sorted by key; each key's records come to
 * the chain, time comes to its end for the key, its state is given up, and the next key follows. Owned by the task's thread.
 */
final class KeyByKey implements Stage {

    /** How many records, and how many timers, are worked off in a turn. */
    private static final int SLICE = Batch.ROWS_MAX;

    private final OperatorNode head;
    private final Gathered gathered;
    private final TypeSystem types;
    private final Chain chain;

    /** Null until all inputs have ended, and when all keys have been worked off. */
    private KeyOrder order;

    /** The records of the key at hand that have been put into a batch. */
    private int taken;

    private Batch batch;
    private int batchInput;
    private int row;
    private boolean inKey;

    KeyByKey(OperatorNode head, Gathered gathered, TypeSystem types, Chain chain) {
        this.head = head;
        this.gathered = gathered;
        this.types = types;
        this.chain = chain;
    }

    @Override
    public boolean holds(int input) {
        return selector(input) != null;
    }

    private KeySelector<?, ?> selector(int input) {
        return input < head.keys().size() ? head.keys().get(input) : null;
    }

    @Override
    public void take(int input, Batch rows, int from) {
        if (rows.keys() != null) {
            gathered.addKeyed(input, rows, from);
        } else {
            addUnkeyed(input, rows, from);
        }
        gathered.charge();
    }

    /** Records that did not travel by their keys, because they lie already where those belong. */
    @SuppressWarnings("unchecked") // the selector was made for the records of this input
    private void addUnkeyed(int input, Batch rows, int from) {
        KeySelector<Object, ?> selector = (KeySelector<Object, ?>) selector(input);
        for (int at = from; at < rows.size(); at++) {
            gathered.add(input, rows, at);
            try {
                Object key = selector.getKey(rows.value(at));
                gathered.key(key, types.hash(key));
            } catch (Throwable failure) {
                throw OperatorFailure.at(head.name(), rows.value(at), failure);
            }
        }
    }

    @Override
    public void onOthersEnded() {}

    @Override
    public void onAllEnded() {
        order = new KeyOrder(gathered, types);
    }

    @Override
    public boolean isDelivering() {
        return order != null;
    }

    @Override
    public boolean deliver() {
        int left = SLICE;
        while (left > 0 && order != null) {
            if (batch != null) {
                int reached = chain.onRows(batchInput, batch, row);
                boolean any = reached > row;
                left -= reached - row;
                row = reached;
                if (row < batch.size()) {
                    return any || left < SLICE;
                }
                batch = null;
            } else if (inKey && taken < order.size()) {
                nextBatch();
            } else if (inKey) {
                left--;
                if (!chain.endKey(SLICE)) {
                    return true;
                }
                inKey = false;
            } else {
                nextKey();
            }
            if (chain.isHeldUp()) {
                return true;
            }
        }
        return true;
    }

    private void nextKey() {
        taken = 0;
        inKey = order.nextKey();
        if (!inKey) {
            order = null;
            close();
        }
    }

    private void nextBatch() {
        int size = Math.min(Batch.ROWS_MAX, order.size() - taken);
        Object[] values = new Object[size];
        long[] timestamps = new long[size];
        int first = order.position(taken);
        batchInput = gathered.input(first);
        int count = 0;
        while (count < size && gathered.input(order.position(taken + count)) == batchInput) {
            int position = order.position(taken + count);
            values[count] = gathered.value(position);
            timestamps[count++] = gathered.timestamp(position);
            gathered.forget(position);
        }
        Object[] keys = new Object[count];
        int[] hashes = new int[count];
        Arrays.fill(keys, gathered.key(first));
        Arrays.fill(hashes, gathered.hash(first));
        batch = new Batch(values, timestamps, new ObjectKeys(keys, hashes), count);
        row = 0;
        taken += count;
    }

    @Override
    public void close() {
        gathered.close();
    }
}
