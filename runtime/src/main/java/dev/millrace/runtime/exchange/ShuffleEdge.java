package dev.millrace.runtime.exchange;

import dev.millrace.runtime.chain.Target;
import java.util.SplittableRandom;

/** To a random instance for each record. */
final class ShuffleEdge implements Target {
    private final Outboxes targets;
    private final SplittableRandom random;

    ShuffleEdge(Outboxes targets, SplittableRandom random) {
        this.targets = targets;
        this.random = random;
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        targets.get(random.nextInt(targets.size())).add(value, timestamp);
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
