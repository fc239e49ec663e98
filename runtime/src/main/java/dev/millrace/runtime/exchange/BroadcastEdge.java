package dev.millrace.runtime.exchange;

import dev.millrace.runtime.chain.Copies;
import dev.millrace.runtime.chain.Target;

/** To every instance; each further one gets a copy of what can change. */
final class BroadcastEdge implements Target {
    private final Outboxes targets;
    private final Copies copies;

    /**
     * @param copies makes copies for further targets, or null when values pass as they are
     */
    BroadcastEdge(Outboxes targets, Copies copies) {
        this.targets = targets;
        this.copies = copies;
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        int last = targets.size() - 1;
        for (int target = 0; target < last; target++) {
            targets.get(target).add(copies == null ? value : copies.of(value), timestamp);
        }
        targets.get(last).add(value, timestamp);
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
