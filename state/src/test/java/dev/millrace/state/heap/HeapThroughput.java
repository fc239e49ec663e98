package dev.millrace.state.heap;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import java.util.List;
import java.util.SplittableRandom;

/** Counts per key through {@code enter} and {@code at}; prints millions of records per second. Run by hand. */
public final class HeapThroughput {

    private static final int ROWS = 512;
    private static final int GROUPS = 128;

    private final TypeSystem types = TypeSystem.create(HeapThroughput.class.getClassLoader());

    public static void main(String[] args) throws Exception {
        HeapThroughput bench = new HeapThroughput();
        for (int keys : new int[] {1_000, 100_000, 1_000_000}) {
            for (boolean longs : new boolean[] {true, false}) {
                String label = keys + (longs ? " Long keys" : " String keys");
                Batch[] batches = bench.batches(keys, longs);
                bench.run(label + ", LongCell", batches, state -> {
                    LongCell cell = state.longCell("count");
                    return value -> cell.set(cell.get(0) + 1);
                });
                bench.run(label + ", ReducingState<Tuple2<String, Long>>", batches, state -> {
                    ReducingState<Tuple2<String, Long>> sum = state.reducing(
                            new ReducingStateDescriptor<>("sum", (a, b) -> Tuple2.of(a.f0, a.f1 + b.f1)));
                    return value -> sum.add(VALUE);
                });
            }
        }
    }

    private static final Tuple2<String, Long> VALUE = Tuple2.of("word", 1L);

    private interface Step {
        void record(Object value) throws Exception;
    }

    private interface Program {
        Step on(KeyedState state) throws Exception;
    }

    private Batch[] batches(int keys, boolean longs) {
        SplittableRandom random = new SplittableRandom(1);
        Batch[] batches = new Batch[4096];
        Object[] pool = new Object[keys];
        for (int i = 0; i < keys; i++) {
            pool[i] = longs ? (Object) Long.valueOf(i * 7919L) : "key-" + i;
        }
        for (int b = 0; b < batches.length; b++) {
            Object[] values = new Object[ROWS];
            int[] hashes = new int[ROWS];
            long[] longKeys = new long[ROWS];
            Object[] objectKeys = new Object[ROWS];
            for (int i = 0; i < ROWS; i++) {
                Object key = pool[random.nextInt(keys)];
                hashes[i] = types.hash(key);
                if (longs) {
                    longKeys[i] = (Long) key;
                } else {
                    objectKeys[i] = new String((String) key);
                }
            }
            KeyLane lane = longs ? new LongKeys(longKeys, hashes) : new ObjectKeys(objectKeys, hashes);
            batches[b] = new Batch(values, null, lane, ROWS);
        }
        return batches;
    }

    private void run(String label, Batch[] batches, Program program) throws Exception {
        StateSpec spec =
                new StateSpec("bench", new KeyGroupRange(0, GROUPS - 1), GROUPS, types, new FreeMemory(), List.of());
        try (KeyedStore store = new HeapStateBackend().open(spec)) {
            Step step = program.on(store.state());
            double best = 0;
            for (int round = 0; round < 6; round++) {
                long start = System.nanoTime();
                for (Batch batch : batches) {
                    store.state().enter(batch);
                    for (int row = 0; row < ROWS; row++) {
                        store.state().at(row);
                        step.record(batch.value(row));
                    }
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                best = Math.max(best, batches.length * (double) ROWS / seconds / 1e6);
            }
            System.out.printf("%-60s %6.1f M/s%n", label, best);
        }
    }
}
