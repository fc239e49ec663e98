package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Tally;

/** Count and sum per long key. With two threads the keys that the other owns cross in batches of longs. */
final class LongCounts {
    private static final int BATCH = 1024;

    private final int me;
    private final Ring<long[]> in;
    private final Ring<long[]> out;
    private final LongTable table = new LongTable(1024);
    private final Tally tally = new Tally();

    private LongCounts(int me, Ring<long[]> in, Ring<long[]> out) {
        this.me = me;
        this.in = in;
        this.out = out;
    }

    static void run(Setup setup) throws Exception {
        int keys = setup.keys();
        Ring<long[]> toFirst = Ring.ofLongs(2 * BATCH);
        Ring<long[]> toSecond = Ring.ofLongs(2 * BATCH);
        Crew.run(setup.parallelism(), me -> {
            LongCounts counts = me == 0 ? new LongCounts(0, toFirst, toSecond) : new LongCounts(1, toSecond, toFirst);
            if (setup.parallelism() == 1) {
                counts.alone(setup.records(), keys);
            } else {
                counts.together(setup.records(), keys);
            }
        });
    }

    private void alone(long records, int keys) {
        for (long number = 0; number < records; number++) {
            long key = KeyedCount.key(number, keys);
            update(key, KeyedCount.amount(key));
        }
        tally.close();
    }

    private void update(long key, long amount) {
        int at = table.place(key);
        long count = ++table.first[at];
        long sum = table.second[at] += amount;
        tally.add(KeyedCount.check(key, count, sum));
    }

    private void together(long records, int keys) {
        long[] batch = null;
        int filled = 0;
        for (long number = me; number < records; number += 2) {
            long key = KeyedCount.key(number, keys);
            long amount = KeyedCount.amount(key);
            if (key * 0xC2B2AE3D27D4EB4FL >>> 63 == me) {
                update(key, amount);
                continue;
            }
            if (batch == null) {
                batch = claim();
                filled = 0;
            }
            batch[filled++] = key;
            batch[filled++] = amount;
            if (filled == batch.length) {
                out.send(filled, 0);
                batch = null;
                drain();
            }
        }
        if (batch != null) {
            out.send(filled, 0);
        }
        out.end();
        while (!in.isDrained()) {
            drain();
        }
        tally.close();
    }

    private long[] claim() {
        long[] batch = out.claim();
        while (batch == null) {
            drain();
            batch = out.claim();
        }
        return batch;
    }

    private void drain() {
        long[] batch = in.peek();
        if (batch == null) {
            Thread.onSpinWait();
            return;
        }
        int size = in.size();
        for (int i = 0; i < size; i += 2) {
            update(batch[i], batch[i + 1]);
        }
        in.release();
    }
}
