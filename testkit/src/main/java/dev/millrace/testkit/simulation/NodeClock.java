package dev.millrace.testkit.simulation;

import dev.millrace.core.time.Clock;
import dev.millrace.testkit.world.World;

/** The clock of one machine: the time of day may jump, the stop-watch moves a little whenever it is looked at. */
final class NodeClock implements Clock {
    private static final long START_MILLIS = 1_700_000_000_000L;

    private final World world;
    private long offMillis;

    NodeClock(World world) {
        this.world = world;
    }

    void jump(long millis) {
        offMillis += millis;
    }

    @Override
    public long millis() {
        return START_MILLIS + world.nowMillis() + offMillis;
    }

    @Override
    public long nanos() {
        return world.look();
    }
}
