package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.Latencies;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.benchmarks.workload.SteadyRate.Seen;
import dev.millrace.benchmarks.workload.SteadyRate.Visit;
import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.Types;
import java.util.concurrent.locks.LockSupport;

/** One thread sends what is due in batches, another counts; both park when there is nothing to do. */
final class Steady {
    private static final int BATCH = 1024;
    private static final long SENDER_NAP_NANOS = 100_000;
    private static final long COUNTER_NAP_NANOS = 50_000;

    private Steady() {}

    static void run(Setup setup) throws Exception {
        boolean visits = setup.workload().types() == Types.RECORDS;
        Ring<Object[]> objects = Ring.ofObjects(BATCH);
        Ring<long[]> longs = Ring.ofLongs(2 * BATCH);
        Crew.run(2, me -> {
            if (me == 0) {
                if (visits) {
                    send(setup, objects, (batch, i, number, due) -> batch[i] = SteadyRate.visit(number, due));
                } else {
                    send(setup, longs, (batch, i, number, due) -> {
                        batch[2 * i] = KeyedCount.key(number, SteadyRate.KEYS);
                        batch[2 * i + 1] = due;
                    });
                }
            } else if (visits) {
                count(objects, new Visits());
            } else {
                count(longs, new Longs());
            }
        });
    }

    /** Writes a record into a batch. */
    private interface Writer<A> {
        void write(A batch, int index, long number, long due);
    }

    /** Counts the records of a batch. */
    private interface Counter<A> {
        void count(A batch, int index, Tally tally, Latencies latencies);
    }

    private static <A> void send(Setup setup, Ring<A> ring, Writer<A> writer) {
        long start = System.nanoTime();
        long number = 0;
        while (number < setup.records()) {
            long now = System.nanoTime();
            A batch = ring.claim();
            int filled = 0;
            while (batch != null
                    && filled < BATCH
                    && number < setup.records()
                    && SteadyRate.due(start, number, 1) <= now) {
                writer.write(batch, filled++, number, SteadyRate.due(start, number, 1));
                number++;
            }
            if (filled > 0) {
                ring.send(filled, 0);
            } else {
                LockSupport.parkNanos(SENDER_NAP_NANOS);
            }
        }
        ring.end();
    }

    private static <A> void count(Ring<A> ring, Counter<A> counter) {
        try (Tally tally = new Tally();
                Latencies latencies = new Latencies(SteadyRate.SKIPPED_NANOS)) {
            while (!ring.isDrained()) {
                A batch = ring.peek();
                if (batch == null) {
                    LockSupport.parkNanos(COUNTER_NAP_NANOS);
                    continue;
                }
                int size = ring.size();
                for (int i = 0; i < size; i++) {
                    counter.count(batch, i, tally, latencies);
                }
                ring.release();
            }
        }
    }

    private static final class Longs implements Counter<long[]> {
        private final LongTable table = new LongTable(1024);

        @Override
        public void count(long[] batch, int index, Tally tally, Latencies latencies) {
            long key = batch[2 * index];
            int at = table.place(key);
            tally.add(SteadyRate.check(key, ++table.first[at]));
            latencies.arrived(batch[2 * index + 1], System.nanoTime());
        }
    }

    private static final class Visits implements Counter<Object[]> {
        private final TextTable table = new TextTable(1024);

        @Override
        public void count(Object[] batch, int index, Tally tally, Latencies latencies) {
            Visit visit = (Visit) batch[index];
            int at = table.place(visit.page());
            tally.add(SteadyRate.check(new Seen(visit.page(), ++table.longs[at], visit.due())));
            latencies.arrived(visit.due(), System.nanoTime());
        }
    }
}
