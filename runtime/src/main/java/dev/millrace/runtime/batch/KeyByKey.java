package dev.millrace.runtime.batch;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.chain.OperatorFailure;
import java.util.Arrays;

/**
 * Gathers the records of all inputs with keys. When all inputs have ended the keys are sorted; each key's records come to the
 * chain, those of a first input before those of a second, each as they arrived, time comes to its end for the key, its state is given up, and the next key follows. Owned by the task's thread.
 */
final class KeyByKey implements Stage {

    /** How many records, and how many timers, are worked off in a turn. */
    private static final int SLICE = Batch.ROWS_MAX;

    private final OperatorNode head;
    private final Gathered gathered;
    private KeyGroups groups;
    private final TypeSystem types;
    private final Chain chain;

    /** Null until all inputs have ended, and when all keys have been worked off. */
    private KeyOrder order;

    /** The key at hand, or {@link KeyGroups#NONE}; its input at hand, and what of that has not been put into a batch. */
    private int key = KeyGroups.NONE;

    private int input;
    private int position;
    private int left;
    private Batch batch;
    private int row;

    KeyByKey(OperatorNode head, Gathered gathered, TypeSystem types, Chain chain) {
        this.head = head;
        this.gathered = gathered;
        this.groups = new KeyGroups(types, Math.max(1, head.keys().size()));
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
        KeyLane lane = rows.keys();
        if (lane == null) {
            takeUnkeyed(input, rows, from);
        } else {
            for (int at = from; at < rows.size(); at++) {
                add(input, rows, at, lane.key(at), lane.hash(at));
            }
        }
        gathered.charge();
    }

    private void add(int input, Batch rows, int at, Object key, int hash) {
        int position = gathered.add(rows, at);
        int before = groups.append(groups.group(key, hash), input, position);
        if (before != KeyGroups.NONE) {
            gathered.follow(before, position);
        }
    }

    /** Records that did not travel by their keys, because they lie already where those belong. */
    @SuppressWarnings("unchecked") // the selector was made for the records of this input
    private void takeUnkeyed(int input, Batch rows, int from) {
        KeySelector<Object, ?> selector = (KeySelector<Object, ?>) selector(input);
        for (int at = from; at < rows.size(); at++) {
            try {
                Object key = selector.getKey(rows.value(at));
                add(input, rows, at, key, types.hash(key));
            } catch (Throwable failure) {
                throw OperatorFailure.at(head.name(), rows.value(at), failure);
            }
        }
    }

    @Override
    public void onOthersEnded() {}

    @Override
    public void onAllEnded() {
        order = new KeyOrder(groups, types);
    }

    @Override
    public boolean isDelivering() {
        return order != null;
    }

    @Override
    public boolean deliver() {
        int slice = SLICE;
        while (slice > 0 && order != null) {
            if (batch != null) {
                int reached = chain.onRows(input, batch, row);
                slice -= reached - row;
                row = reached;
                if (row < batch.size()) {
                    return slice < SLICE;
                }
                batch = null;
            } else if (left > 0) {
                nextBatch();
            } else if (key != KeyGroups.NONE && input + 1 < groups.inputs()) {
                begin(input + 1);
            } else if (key != KeyGroups.NONE) {
                slice--;
                if (!chain.endKey(SLICE)) {
                    return true;
                }
                key = KeyGroups.NONE;
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
        key = order.next();
        if (key == KeyGroups.NONE) {
            order = null;
            close();
        } else {
            begin(0);
        }
    }

    private void begin(int newInput) {
        input = newInput;
        position = groups.first(key, input);
        left = groups.count(key, input);
    }

    private void nextBatch() {
        int size = Math.min(Batch.ROWS_MAX, left);
        Object[] values = new Object[size];
        long[] timestamps = new long[size];
        Object[] keys = new Object[size];
        int[] hashes = new int[size];
        for (int at = 0; at < size; at++) {
            values[at] = gathered.value(position);
            timestamps[at] = gathered.timestamp(position);
            gathered.forget(position);
            position = gathered.next(position);
        }
        left -= size;
        Arrays.fill(keys, groups.key(key));
        Arrays.fill(hashes, groups.hash(key));
        batch = new Batch(values, timestamps, new ObjectKeys(keys, hashes), size);
        row = 0;
    }

    @Override
    public void close() {
        groups = null;
        gathered.close();
    }
}
