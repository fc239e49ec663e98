package dev.millrace.state.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import dev.millrace.state.contract.SnapshotBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The bytes of a snapshot are those of a synchronous copy at the barrier, while another thread writes them and the program
 * goes on: it adds, clears, and edits every object that it was ever given or has ever stored.
 */
final class FrozenStoreTest {

    private static final KeyGroupRange RANGE = new KeyGroupRange(0, 15);
    private static final int KEYS = 3000;

    private final FreeMemory memory = new FreeMemory();
    private final KeyedStore store = open();
    private final ValueState<List<Integer>> value = store.state().value(new ValueStateDescriptor<>("value"));
    private final ValueState<Object> mixed = store.state().value(new ValueStateDescriptor<>("mixed"));
    private final ListState<List<Integer>> list = store.state().list(new ListStateDescriptor<>("list"));
    private final ListState<Long> longs = store.state().list(new ListStateDescriptor<>("longs"));
    private final MapState<Integer, List<Integer>> map = store.state().map(new MapStateDescriptor<>("map"));
    private final ReducingState<Tuple2<String, Long>> reducing = store.state()
            .reducing(new ReducingStateDescriptor<>("reducing", (a, b) -> {
                a.f1 += b.f1;
                return a;
            }));
    private final AggregatingState<Integer, List<Integer>> aggregating =
            store.state().aggregating(new AggregatingStateDescriptor<>("aggregating", new Collecting()));
    private final LongCell cell = store.state().longCell("cell");
    private final List<List<Integer>> everSeen = new ArrayList<>();

    private KeyedStore open() {
        try {
            TypeSystem types = TypeSystem.create(getClass().getClassLoader());
            return new HeapStateBackend().open(new StateSpec("op", RANGE, 16, types, memory, List.of()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Hands its own accumulator out as the result. */
    private static final class Collecting implements AggregateFunction<Integer, List<Integer>, List<Integer>> {

        private static final long serialVersionUID = 1;

        @Override
        public List<Integer> createAccumulator() {
            return new ArrayList<>();
        }

        @Override
        public List<Integer> add(Integer item, List<Integer> accumulator) {
            accumulator.add(item);
            return accumulator;
        }

        @Override
        public List<Integer> getResult(List<Integer> accumulator) {
            return accumulator;
        }

        @Override
        public List<Integer> merge(List<Integer> left, List<Integer> right) {
            left.addAll(right);
            return left;
        }
    }

    @Test
    void aSnapshotWrittenBesideAMutatingProgramIsTheStateAtTheBarrier() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            beside(seed);
        }
    }

    private void beside(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        ExecutorService writer = Executors.newFixedThreadPool(2);
        try {
            List<Future<SnapshotBytes>> written = new ArrayList<>();
            List<SnapshotBytes> expected = new ArrayList<>();
            for (int round = 0; round < 12; round++) {
                work(random, 4000);
                expected.add(SnapshotBytes.of(store.freeze(round), RANGE));
                var frozen = store.freeze(round);
                written.add(writer.submit(() -> SnapshotBytes.of(frozen, RANGE)));
            }
            for (int round = 0; round < expected.size(); round++) {
                assertThat(written.get(round)
                                .get()
                                .sections()
                                .equals(expected.get(round).sections()))
                        .as("seed %d, snapshot %d: bytes beside the program are those at the barrier", seed, round)
                        .isTrue();
            }
        } finally {
            writer.shutdownNow();
        }
    }

    private void work(SplittableRandom random, int steps) throws Exception {
        for (int i = 0; i < steps; i++) {
            Object key = random.nextInt(10) == 0 ? "key" + random.nextInt(KEYS) : (Object) (long) random.nextInt(KEYS);
            store.state().useKey(key);
            step(random, random.nextInt(16));
            if (!everSeen.isEmpty()) {
                everSeen.get(random.nextInt(everSeen.size())).add(random.nextInt());
            }
        }
    }

    private void step(SplittableRandom random, int choice) throws Exception {
        int number = random.nextInt(100);
        switch (choice) {
            case 0, 1 -> {
                List<Integer> present = value.value();
                List<Integer> next = present == null ? new ArrayList<>() : present;
                next.add(number);
                value.update(next);
                seen(next);
            }
            case 2 -> {
                List<Integer> item = new ArrayList<>(List.of(number));
                list.add(item);
                seen(item);
            }
            case 3 -> {
                if (list.get() != null) {
                    list.get().forEach(this::seen);
                }
            }
            case 4 -> longs.add((long) number);
            case 5 -> {
                List<Integer> item = new ArrayList<>(List.of(number));
                map.put(number % 10, item);
                seen(item);
            }
            case 6 -> {
                if (map.get(number % 10) != null) {
                    seen(map.get(number % 10));
                }
            }
            case 7 -> map.remove(number % 10);
            case 8 -> reducing.add(Tuple2.of("x", (long) number));
            case 9 -> aggregating.add(number);
            case 10 -> {
                if (aggregating.get() != null) {
                    seen(aggregating.get());
                }
            }
            case 11 -> cell.set(cell.get(0) + number);
            case 12 -> mixed.update(number % 2 == 0 ? (Object) number : "text" + number);
            case 13 -> clearAll(number);
            case 14 -> store.timers(Timer.Domain.EVENT_TIME).add(number % 3 == 0 ? null : "ns" + number, number);
            default -> store.timers(Timer.Domain.EVENT_TIME).poll(number / 10);
        }
    }

    private void clearAll(int number) {
        value.clear();
        map.clear();
        if (number % 2 == 0) {
            list.clear();
            longs.clear();
            reducing.clear();
            aggregating.clear();
            cell.clear();
            mixed.clear();
        }
    }

    private void seen(List<Integer> object) {
        everSeen.add(object);
    }

    @Test
    void copiesMadeForASlowWriterAreChargedAndGivenBack() throws Exception {
        for (long key = 0; key < KEYS; key++) {
            store.state().useKey(key);
            cell.set(key);
        }
        long before = memory.reserved();
        var frozen = store.freeze(1);
        for (long key = 0; key < KEYS; key++) {
            store.state().useKey(key);
            cell.set(-key);
        }
        assertThat(memory.reserved()).isGreaterThan(before);
        frozen.close();
        store.freeze(2).close();
        assertThat(memory.reserved()).isEqualTo(before);
        store.close();
        assertThat(memory.reserved()).isZero();
    }

    @Test
    void nothingIsCopiedOnceTheSnapshotIsWritten() throws Exception {
        store.state().useKey(1L);
        cell.set(1);
        SnapshotBytes.of(store.freeze(1), RANGE);
        long before = memory.reserved();
        cell.set(2);
        assertThat(memory.reserved()).isEqualTo(before);
    }

    @Test
    void rowsOfABatchStayGoodWhileKeysGoAndComeWithinIt() throws Exception {
        TypeSystem types = TypeSystem.create(getClass().getClassLoader());
        long[] keys = new long[2000];
        int[] hashes = new int[2000];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i % 1500;
            hashes[i] = types.hash(keys[i]);
        }
        store.state().useKey(0L);
        cell.set(7);
        store.state().enter(new Batch(new Object[2000], null, new LongKeys(keys, hashes), 2000));
        for (int row = 0; row < 2000; row++) {
            store.state().at(row);
            assertThat(cell.get(-1)).isEqualTo(row == 0 ? 7 : -1);
            cell.set(row);
            assertThat(cell.get(-1)).isEqualTo(row);
            cell.clear();
            if (row % 100 == 0) {
                store.state().useKey("another " + row);
                cell.set(row);
            }
        }
    }
}
