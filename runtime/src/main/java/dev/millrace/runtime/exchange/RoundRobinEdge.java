package dev.millrace.runtime.exchange;

import dev.millrace.runtime.chain.Target;

/** To one target after the other: all instances (rebalance), or the sender's share of them (rescale). */
final class RoundRobinEdge implements Target {
    private final Outboxes targets;
    private int next;

    /**
     * @param first the target of the first record; senders begin at different ones
     */
    RoundRobinEdge(Outboxes targets, int first) {
        this.targets = targets;
        this.next = first % targets.size();
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        int target = next;
        next = target + 1 == targets.size() ? 0 : target + 1;
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
