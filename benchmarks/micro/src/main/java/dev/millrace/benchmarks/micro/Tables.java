package dev.millrace.benchmarks.micro;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.memory.Memory;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.Types;
import dev.millrace.state.heap.HeapStateBackend;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Keyed state read and written for the keys of a batch, and timers set and fired. Time per record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Tables {
    private static final int ROWS = 512;
    private static final int BATCHES = 2_048;
    private static final int GROUPS = 128;
    /** How many batches later timers are due. */
    private static final int TIMERS_AHEAD = 100;

    @Param({"1000", "1000000"})
    public int keys;

    @Param({"LONG", "TEXT"})
    public Values kind;

    private final Batch[] batches = new Batch[BATCHES];
    private KeyedStore store;
    private LongCell count;
    private ValueState<Tuple2<Long, Long>> totals;
    private TimerTable timers;
    private int next;
    private long now;

    @Setup
    public void fill() throws Exception {
        TypeSystem types = TypeSystem.create(Tables.class.getClassLoader());
        store = new HeapStateBackend()
                .open(new StateSpec(
                        "bench", new KeyGroupRange(0, GROUPS - 1), GROUPS, types, new Unbounded(), List.of()));
        count = store.state().longCell("count");
        totals = store.state().value(new ValueStateDescriptor<>("totals", Types.TUPLE(Types.LONG, Types.LONG)));
        timers = store.timers(Timer.Domain.EVENT_TIME);
        SplittableRandom random = new SplittableRandom(1);
        for (int batch = 0; batch < BATCHES; batch++) {
            batches[batch] = batch(types, random);
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            longCell();
            tuple();
        }
    }

    private Batch batch(TypeSystem types, SplittableRandom random) {
        long[] longs = new long[ROWS];
        Object[] objects = new Object[ROWS];
        int[] hashes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            Object key = kind.make(random.nextInt(keys));
            objects[row] = key;
            hashes[row] = types.hash(key);
            longs[row] = key instanceof Long number ? number : 0;
        }
        KeyLane lane = kind == Values.LONG ? new LongKeys(longs, hashes) : new ObjectKeys(objects, hashes);
        return new Batch(new Object[ROWS], null, lane, ROWS);
    }

    private Batch enter() throws Exception {
        Batch batch = batches[next++ & BATCHES - 1];
        store.state().enter(batch);
        return batch;
    }

    /** A primitive column. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void longCell() throws Exception {
        enter();
        for (int row = 0; row < ROWS; row++) {
            store.state().at(row);
            count.set(count.get(0) + 1);
        }
    }

    /** A tuple, as in the keyed count of the workloads. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void tuple() throws Exception {
        enter();
        for (int row = 0; row < ROWS; row++) {
            store.state().at(row);
            Tuple2<Long, Long> before = totals.value();
            totals.update(before == null ? Tuple2.of(1L, 1L) : Tuple2.of(before.f0 + 1, before.f1 + row));
        }
    }

    /** The lookup alone. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void select() throws Exception {
        enter();
        for (int row = 0; row < ROWS; row++) {
            store.state().at(row);
        }
    }

    /** A timer for each record, all of a batch due at the same time, and those fired that have come due. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long timers() throws Exception {
        enter();
        now++;
        for (int row = 0; row < ROWS; row++) {
            store.state().at(row);
            timers.add(null, now + TIMERS_AHEAD);
        }
        long fired = 0;
        for (Timer timer = timers.poll(now); timer != null; timer = timers.poll(now)) {
            fired++;
        }
        return fired;
    }

    @TearDown
    public void close() throws Exception {
        store.close();
    }

    /** Refuses nothing. */
    private static final class Unbounded implements Memory {
        @Override
        public boolean tryReserve(long bytes) {
            return true;
        }

        @Override
        public void reserve(long bytes) {}

        @Override
        public void release(long bytes) {}
    }
}
