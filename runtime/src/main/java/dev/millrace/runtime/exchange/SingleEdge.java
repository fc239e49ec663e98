package dev.millrace.runtime.exchange;

import dev.millrace.runtime.chain.Target;

/** To one instance: the same one (forward), or instance 0 (global). */
final class SingleEdge implements Target {
    private final Outboxes targets;
    private final Outbox first;

    SingleEdge(Outboxes targets) {
        this.targets = targets;
        this.first = targets.get(0);
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        first.add(value, timestamp);
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
