package dev.millrace.benchmarks.micro;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.memory.Memory;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.metric.OperatorMetricGroup;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.state.heap.HeapStateBackend;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.WindowCall;
import dev.millrace.stream.window.WindowOperators;
import dev.millrace.stream.window.WindowSpec;
import java.lang.reflect.Proxy;
import java.time.Duration;
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

/** Sums in sliding windows of ten seconds, 100 records a millisecond: time per record, its share of the firings included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Slices {
    private static final int ROWS = 512;
    private static final int GROUPS = 128;
    private static final int RECORDS_PER_MILLI = 100;
    /** Event time goes on after so many batches, half a second. */
    private static final int BATCHES_PER_WATERMARK = 98;

    @Param({"1000", "10"})
    public int slideMillis;

    @Param({"10", "1000"})
    public int keys;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Emitted emitted = new Emitted();
    private KeyedStore store;
    private Operator<Long, Long> operator;
    private long records;
    private long batches;
    private long watermark = Long.MIN_VALUE;

    @Setup
    public void open() throws Exception {
        TypeSystem types = TypeSystem.create(Slices.class.getClassLoader());
        store = new HeapStateBackend()
                .open(new StateSpec(
                        "bench", new KeyGroupRange(0, GROUPS - 1), GROUPS, types, new Unbounded(), List.of()));
        WindowSpec<Long, TimeWindow> windows =
                WindowSpec.of(SlidingEventTimeWindows.of(Duration.ofSeconds(10), Duration.ofMillis(slideMillis)));
        operator = WindowOperators.reduce(windows, Long::sum, WindowCall.<Long, Object, TimeWindow>none())
                .create();
        operator.open(context(types), emitted);
    }

    private OperatorContext context(TypeSystem types) {
        OperatorMetricGroup metrics = MetricTree.root("windows");
        return (OperatorContext) Proxy.newProxyInstance(
                Slices.class.getClassLoader(),
                new Class<?>[] {OperatorContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "state" -> store.state();
                    case "timers" -> new StoredTimers();
                    case "types" -> types;
                    case "metrics" -> metrics;
                    case "task" -> new TaskInfo("windows", GROUPS, 0, 1, 0);
                    default -> null; // the operator asks for nothing else on its way
                });
    }

    /** A batch of records, and what fires when event time goes on. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long sum() throws Exception {
        long[] longs = new long[ROWS];
        int[] hashes = new int[ROWS];
        Object[] values = new Object[ROWS];
        for (int row = 0; row < ROWS; row++) {
            longs[row] = random.nextInt(keys);
            hashes[row] = Mix.of(longs[row]);
            values[row] = longs[row];
        }
        store.state().enter(new Batch(values, null, new LongKeys(longs, hashes), ROWS));
        for (int row = 0; row < ROWS; row++) {
            store.state().at(row);
            operator.onRecord(0, (Long) values[row], records++ / RECORDS_PER_MILLI);
        }
        if (++batches % BATCHES_PER_WATERMARK == 0) {
            watermark = records / RECORDS_PER_MILLI - 1;
            fire();
        }
        return emitted.sum;
    }

    private void fire() throws Exception {
        for (Timer due = poll(); due != null; due = poll()) {
            store.state().useKey(due.key());
            operator.onTimer(due);
        }
    }

    private Timer poll() {
        return store.timers(Timer.Domain.EVENT_TIME).poll(watermark);
    }

    @TearDown
    public void close() throws Exception {
        operator.close();
        store.close();
    }

    private final class StoredTimers implements Timers {
        @Override
        public void register(Timer.Domain domain, Object namespace, long timestamp) {
            store.timers(domain).add(namespace, timestamp);
        }

        @Override
        public void delete(Timer.Domain domain, Object namespace, long timestamp) {
            store.timers(domain).remove(namespace, timestamp);
        }

        @Override
        public long currentWatermark() {
            return watermark;
        }
    }

    /** Adds up what fires. */
    private static final class Emitted implements Output<Long> {
        private long sum;

        @Override
        public void emit(Long value, long timestamp) {
            sum += value;
        }

        @Override
        public <T> void emit(OutputTag<T> tag, T value, long timestamp) {}

        @Override
        public void emitAll(Cursor<Long> values) {}

        @Override
        public void watermark(long timestamp) {}

        @Override
        public void idle(boolean idle) {}
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
