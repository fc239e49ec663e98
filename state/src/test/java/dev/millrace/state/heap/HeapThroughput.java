package dev.millrace.state.heap;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Timer;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.SplittableRandom;

/** Counts per key through {@code enter} and {@code at}; prints millions of records per second of CPU time. Run by hand. */
public final class HeapThroughput {

    private static final int ROWS = 512;
    private static final int GROUPS = 128;

    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();

    private final TypeSystem types = TypeSystem.create(HeapThroughput.class.getClassLoader());

    public static void main(String[] args) throws Exception {
        HeapThroughput bench = new HeapThroughput();
        for (int keys : new int[] {1_000, 100_000, 1_000_000}) {
            for (boolean longs : new boolean[] {true, false}) {
                String label = keys + (longs ? " Long keys" : " String keys");
                Batch[] batches = bench.batches(keys, longs);
                bench.windows(label, batches);
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

    private static void say(String format, Object... values) {
        System.getLogger("throughput").log(System.Logger.Level.INFO, String.format(format, values));
    }

    private void snapshot(KeyedStore store) throws Exception {
        for (int round = 0; round < 5; round++) {
            long start = cpu.getCurrentThreadCpuTime();
            FrozenState frozen = store.freeze(round);
            long frozenAt = cpu.getCurrentThreadCpuTime();
            BytesOutput out = new BytesOutput(1 << 20);
            long[] bytes = {0};
            frozen.writeTo(new FrozenState.Sections() {
                @Override
                public DataOutputView header() {
                    return out;
                }

                @Override
                public DataOutputView group(int keyGroup) {
                    bytes[0] += out.position();
                    out.reset();
                    return out;
                }
            });
            frozen.close();
            if (round == 4) {
                say(
                        "    snapshot: %.3f ms to freeze, %.1f ms to write %d KiB",
                        (frozenAt - start) / 1e6, (cpu.getCurrentThreadCpuTime() - frozenAt) / 1e6, bytes[0] / 1024);
            }
        }
    }

    /** A window, as a namespace. */
    public record Window(long start, long end) {}

    private void windows(String label, Batch[] batches) throws Exception {
        StateSpec spec =
                new StateSpec("bench", new KeyGroupRange(0, GROUPS - 1), GROUPS, types, new FreeMemory(), List.of());
        try (KeyedStore store = new HeapStateBackend().open(spec)) {
            NamespacedState<Window> windows = store.state().namespaced("windows");
            LongCell cell = windows.longCell("count");
            TimerTable timers = store.timers(Timer.Domain.EVENT_TIME);
            double best = 0;
            long now = 0;
            for (int round = 0; round < 6; round++) {
                long start = cpu.getCurrentThreadCpuTime();
                for (Batch batch : batches) {
                    store.state().enter(batch);
                    Window window = new Window(now / 100 * 100, now / 100 * 100 + 100);
                    for (int row = 0; row < ROWS; row++) {
                        store.state().at(row);
                        windows.use(window);
                        cell.set(cell.get(0) + 1);
                        timers.add(window, window.end() - 1);
                    }
                    now++;
                    for (Timer timer = timers.poll(now); timer != null; timer = timers.poll(now)) {
                        store.state().useKey(timer.key());
                        windows.use((Window) timer.namespace());
                        cell.clear();
                    }
                }
                double seconds = (cpu.getCurrentThreadCpuTime() - start) / 1e9;
                best = Math.max(best, batches.length * (double) ROWS / seconds / 1e6);
            }
            say("%-60s %6.1f M/s", label + ", windows of 51200 records with timers", best);
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
                long start = cpu.getCurrentThreadCpuTime();
                for (Batch batch : batches) {
                    store.state().enter(batch);
                    for (int row = 0; row < ROWS; row++) {
                        store.state().at(row);
                        step.record(batch.value(row));
                    }
                }
                double seconds = (cpu.getCurrentThreadCpuTime() - start) / 1e9;
                best = Math.max(best, batches.length * (double) ROWS / seconds / 1e6);
            }
            say("%-60s %6.1f M/s", label, best);
            snapshot(store);
        }
    }
}
