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
 * Drives a part of a program by hand, with one instance of everything: records, watermarks and time go in, results come out
 * at once. The real tasks run, on the calling thread.
 *
 * <pre>{@code
 * try (Harness<Long, String> harness = Harness.of(in -> in.keyBy(n -> n % 2).process(new MyFunction()))) {
 *     harness.push(7L, 1_000);
 *     harness.watermark(5_000);
 *     assertThat(harness.output()).containsExactly("7 fired");
 *     harness.restart(); // state, timers and event time go on from a snapshot
 * }
 * }</pre>
 *
 * @param <I> what goes in
 * @param <O> what comes out
 */
public final class Harness<I, O> implements AutoCloseable {
    private static final String INPUT = "harness input";

    private final Bench bench;
    private final HandInput<I> input;

    /** The part of a program that is driven. */
    @FunctionalInterface
    public interface Part<I, O> {
        DataStream<O> of(DataStream<I> input) throws Exception;
    }

    private Harness(StreamExecutionEnvironment environment, Part<I, O> part, List<OutputTag<?>> sides)
            throws Exception {
        environment.setParallelism(1);
        DataStream<I> stream =
                environment.fromSource(new GivenSource<I>(null), WatermarkStrategy.noWatermarks(), INPUT);
        this.input = new HandInput<>(this::go);
        this.bench = Bench.of(environment, part.of(stream), sides, Map.of(INPUT, input));
    }

    /**
     * Starts a part of a program.
     *
     * @param sides the side outputs that are wanted
     */
    public static <I, O> Harness<I, O> of(Part<I, O> part, OutputTag<?>... sides) throws Exception {
        Harness<I, O> harness =
                new Harness<>(StreamExecutionEnvironment.getExecutionEnvironment(), part, List.of(sides));
        harness.bench.start(null);
        return harness;
    }

    private void go() {
        bench.go();
    }

    /** Gives a record without a timestamp. */
    public Harness<I, O> push(I value) {
        input.push(value);
        return this;
    }

    /**
     * Gives a record.
     *
     * @param timestamp milliseconds since the epoch
     */
    public Harness<I, O> push(I value, long timestamp) {
        input.push(value, timestamp);
        return this;
    }

    /** Event time comes to a timestamp, milliseconds since the epoch. */
    public Harness<I, O> watermark(long timestamp) {
        input.watermark(timestamp);
        return this;
    }

    /** The clock moves on, from 0 at the start; timers of the clock that are due fire. */
    public Harness<I, O> advanceClock(long millis) {
        bench.advanceClock(millis);
        return this;
    }

    /** The input ends: event time comes to its end, and the operators finish. */
    public Harness<I, O> end() {
        input.end();
        return this;
    }

    /** Takes a snapshot; everything goes on as it was. */
    public HarnessSnapshot snapshot() throws Exception {
        return bench.snapshot();
    }

    /**
     * Throws everything away and goes on from a snapshot in fresh functions. What came out stays, and so does the clock.
     *
     * @param snapshot of this harness, or of another one whose operators have the same ids
     */
    public Harness<I, O> restore(HarnessSnapshot snapshot) throws Exception {
        bench.restore(snapshot);
        return this;
    }

    /** Takes a snapshot and goes on from it at once: what must survive a failure has to survive this. */
    public Harness<I, O> restart() throws Exception {
        return restore(snapshot());
    }

    /**
     * The state of a key of the one keyed operator, to read or to change; good until something else is done here.
     *
     * @throws IllegalStateException when there are several keyed operators, or none
     */
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
