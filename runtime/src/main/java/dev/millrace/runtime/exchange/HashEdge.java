package dev.millrace.runtime.exchange;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.runtime.chain.OperatorFailure;
import dev.millrace.runtime.chain.Target;

/** To the instance that owns the key group of the record's key; the key and its one hash travel with the record. */
final class HashEdge implements Target {
    private final String place;
    private final Outboxes targets;
    private final KeySelector<Object, ?> selector;
    private final TypeSystem types;
    private final int maxParallelism;
    private final Outbox[] boxOfGroup;

    /**
     * @param place what errors of the selector name
     */
    @SuppressWarnings("unchecked") // the selector was made for the records of this edge
    HashEdge(String place, Outboxes targets, KeySelector<?, ?> selector, TypeSystem types, int maxParallelism) {
        this.place = place;
        this.targets = targets;
        this.selector = (KeySelector<Object, ?>) selector;
        this.types = types;
        this.maxParallelism = maxParallelism;
        this.boxOfGroup = new Outbox[maxParallelism];
        for (int group = 0; group < maxParallelism; group++) {
            boxOfGroup[group] = targets.get(KeyGroupRange.ownerOf(group, maxParallelism, targets.size()));
        }
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        Object key = keyOf(value);
        if (key instanceof Long number) {
            long unboxed = number;
            int hash = Mix.of(unboxed);
            box(hash).add(value, timestamp, unboxed, hash);
        } else {
            int hash = hashOf(key, value);
            box(hash).add(value, timestamp, key, hash);
        }
    }

    private Outbox box(int hash) {
        return boxOfGroup[KeyGroupRange.groupOf(hash, maxParallelism)];
    }

    private Object keyOf(Object value) {
        if (value == null) {
            throw Outbox.nullRecord();
        }
        try {
            return selector.getKey(value);
        } catch (Throwable failure) {
            throw OperatorFailure.at(place, value, failure);
        }
    }

    private int hashOf(Object key, Object value) {
        try {
            return types.hash(key);
        } catch (RuntimeException failure) {
            throw OperatorFailure.at(place, value, failure);
        }
    }

    @Override
    public void onWatermark(long timestamp) {
        targets.onWatermark(timestamp);
    }

    @Override
    public void onIdle(boolean idle) {
        targets.onIdle(idle);
    }
}
