package dev.millrace.cluster.rig;

import dev.millrace.core.time.Clock;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Virtual time: things to do, each at its time. */
public final class World {

    private static final long START_MILLIS = 1_700_000_000_000L;

    public final SplittableRandom random;
    final Clock clock = new Clock() {
        @Override
        public long millis() {
            return START_MILLIS + nowMillis;
        }

        @Override
        public long nanos() {
            return nowMillis * 1_000_000;
        }
    };
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atMillis).thenComparingLong(Event::sequence));
    private long nowMillis;
    private long scheduled;

    private record Event(long atMillis, long sequence, Runnable action) {}

    World(long seed) {
        random = new SplittableRandom(seed);
    }

    public long nowMillis() {
        return nowMillis;
    }

    public void after(long delayMillis, Runnable action) {
        events.add(new Event(nowMillis + delayMillis, scheduled++, action));
    }

    void soon(int delayMillisMax, Runnable action) {
        after(random.nextInt(delayMillisMax + 1), action);
    }

    /** Lets time pass until something holds; false when it does not within the time. */
    public boolean run(long limitMillis, BooleanSupplier until) {
        long end = nowMillis + limitMillis;
        while (!until.getAsBoolean()) {
            Event next = events.peek();
            if (next == null || next.atMillis > end) {
                nowMillis = end;
                return false;
            }
            events.remove();
            nowMillis = next.atMillis;
            next.action.run();
        }
        return true;
    }
}
