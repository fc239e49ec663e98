package dev.millrace.testkit.harness;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.stand.GivenSource;
import java.util.List;
import java.util.Map;

/**
 * A {@link Harness} with two inputs, each fed for itself; event time is that of the slower one.
 *
 * @param <L> what goes in on the left
 * @param <R> what goes in on the right
 * @param <O> what comes out
 */
public final class TwoInputHarness<L, R, O> implements AutoCloseable {
    private static final String LEFT = "harness left input";
    private static final String RIGHT = "harness right input";

    private final Bench bench;
    private final HandInput<L> left = new HandInput<>(this::go);
    private final HandInput<R> right = new HandInput<>(this::go);

    /** The part of a program that is driven. */
    @FunctionalInterface
    public interface Part<L, R, O> {
        DataStream<O> of(DataStream<L> left, DataStream<R> right) throws Exception;
    }

    private TwoInputHarness(StreamExecutionEnvironment environment, Part<L, R, O> part, List<OutputTag<?>> sides)
            throws Exception {
        environment.setParallelism(1);
        DataStream<L> lefts = environment.fromSource(new GivenSource<L>(null), WatermarkStrategy.noWatermarks(), LEFT);
        DataStream<R> rights =
                environment.fromSource(new GivenSource<R>(null), WatermarkStrategy.noWatermarks(), RIGHT);
        this.bench = Bench.of(environment, part.of(lefts, rights), sides, Map.of(LEFT, left, RIGHT, right));
    }

    /**
     * Starts a part of a program.
     *
     * @param sides the side outputs that are wanted
     */
    public static <L, R, O> TwoInputHarness<L, R, O> of(Part<L, R, O> part, OutputTag<?>... sides) throws Exception {
        TwoInputHarness<L, R, O> harness =
                new TwoInputHarness<>(StreamExecutionEnvironment.getExecutionEnvironment(), part, List.of(sides));
        harness.bench.start(null);
        return harness;
    }

    private void go() {
        bench.go();
    }

    public HandInput<L> left() {
        return left;
    }

    public HandInput<R> right() {
        return right;
    }

    /** The clock moves on, from 0 at the start; timers of the clock that are due fire. */
    public TwoInputHarness<L, R, O> advanceClock(long millis) {
        bench.advanceClock(millis);
        return this;
    }

    /** Takes a snapshot; everything goes on as it was. */
    public HarnessSnapshot snapshot() throws Exception {
        return bench.snapshot();
    }

    /** Throws everything away and goes on from a snapshot, as {@link Harness#restore} does. */
    public TwoInputHarness<L, R, O> restore(HarnessSnapshot snapshot) throws Exception {
        bench.restore(snapshot);
        return this;
    }

    /** Takes a snapshot and goes on from it at once. */
    public TwoInputHarness<L, R, O> restart() throws Exception {
        return restore(snapshot());
    }

    /** The state of a key of the one keyed operator, as {@link Harness#state} gives it. */
    public <S extends State> S state(Object key, StateDescriptor<S, ?> descriptor) {
        return bench.state(key, descriptor);
    }

    /** The timers of a clock that have not fired, of all keys, in the order in which they were registered. */
    public List<Timer> timers(Timer.Domain domain) {
        return bench.timers(domain);
    }

    /** All that has come out so far. */
    @SuppressWarnings("unchecked") // the part of the program emits values of its type
    public List<O> output() {
        return (List<O>) bench.output();
    }

    /** All that has come out of a side output so far; it must have been wanted. */
    @SuppressWarnings("unchecked") // what is emitted to a tag is of its type
    public <X> List<X> sideOutput(OutputTag<X> side) {
        return (List<X>) bench.sideOutput(side);
    }

    @Override
    public void close() {
        bench.close();
    }
}
