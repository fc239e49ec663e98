package dev.millrace.runtime.exchange;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.Partitioner;
import dev.millrace.core.plan.Exchange;
import dev.millrace.runtime.chain.OperatorFailure;
import dev.millrace.runtime.chain.Target;

/** To the instance that the user's partitioner names. */
final class CustomEdge implements Target {
    private final String place;
    private final Outboxes targets;
    private final Partitioner<Object> partitioner;
    private final KeySelector<Object, Object> key;

    /**
     * @param place what errors of the partitioner name
     */
    @SuppressWarnings("unchecked") // the program's types fit
    CustomEdge(String place, Outboxes targets, Exchange.Custom exchange) {
        this.place = place;
        this.targets = targets;
        this.partitioner = (Partitioner<Object>) exchange.partitioner();
        this.key = (KeySelector<Object, Object>) exchange.key();
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        if (value == null) {
            throw Outbox.nullRecord();
        }
        int target;
        try {
            target = partitioner.partition(key.getKey(value), targets.size());
            if (target < 0 || target >= targets.size()) {
                throw new IndexOutOfBoundsException("the partitioner answered " + target + " for " + targets.size()
                        + " instances; it must answer 0 to " + (targets.size() - 1));
            }
        } catch (Throwable failure) {
            throw OperatorFailure.at(place, value, failure);
        }
        targets.get(target).add(value, timestamp);
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
