package dev.millrace.verification.contract;

import dev.millrace.core.element.Batch;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.testkit.contract.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes scripts of pairs of a key and a number, with time that goes on and records out of order. */
final class Scripts {
    static final long SEED = Long.getLong("millrace.check.seed", 1);

    private static final int KEYS = 4;
    private static final int LATE_MILLIS_MAX = 15;

    private Scripts() {}

    /** Records out of order, watermarks that leave some of them late, idleness, and the clock. */
    static List<Happening> inTime(int sources, int size) {
        return random(sources, size, true);
    }

    /** Records without timestamps. */
    static List<Happening> withoutTime(int sources, int size) {
        return random(sources, size, false);
    }

    private static List<Happening> random(int sources, int size, boolean timed) {
        SplittableRandom random = new SplittableRandom(SEED * 31 + size + sources);
        List<Happening> script = new ArrayList<>();
        boolean[] idle = new boolean[sources];
        long now = 0;
        for (int number = 0; number < size; number++) {
            int source = random.nextInt(sources);
            int kind = random.nextInt(20);
            if (kind < 13) {
                now += random.nextInt(8);
                long timestamp = timed ? now - random.nextInt(LATE_MILLIS_MAX) : Batch.NO_TIMESTAMP;
                script.add(new Happening.Given(source, pair("k" + random.nextInt(KEYS), number), timestamp));
                idle[source] = false;
            } else if (kind < 16 && timed) {
                script.add(new Happening.Mark(source, now - random.nextInt(LATE_MILLIS_MAX)));
                idle[source] = false;
            } else if (kind < 18) {
                idle[source] = !idle[source];
                script.add(new Happening.Idle(source, idle[source]));
            } else {
                script.add(new Happening.Tick(1 + random.nextInt(9)));
            }
        }
        return script;
    }

    static Tuple2<String, Integer> pair(String key, int number) {
        return Tuple2.of(key, number);
    }
}
