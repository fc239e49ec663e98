package dev.millrace.testkit.harness;

import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

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
    private static final String OUTPUT = "harness output";
    private static final String SIDE = "harness side output ";

    private final byte[] graph;
    private final HandClock clock = new HandClock();
    private final FileSystem files;
    private final World world = new World(0, null);
    private final TreeMap<String, List<Object>> taken = new TreeMap<>();
    private HandSource.Hand<I> hand;
    private HandRun run;
    private long checkpoints;

    /** The part of a program that is driven. */
    @FunctionalInterface
    public interface Part<I, O> {
        SingleOutputStreamOperator<O> of(DataStream<I> input) throws Exception;
    }

    private Harness(byte[] graph) {
        this.graph = graph;
        this.files = new SimulatedDisk(new SplittableRandom(0)).of(world.process("harness"));
    }

    /**
     * Starts a part of a program.
     *
     * @param sides the side outputs that are wanted
     */
    public static <I, O> Harness<I, O> of(Part<I, O> part, OutputTag<?>... sides) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        DataStream<I> input =
                environment.fromSource(new HandSource<I>(null), WatermarkStrategy.noWatermarks(), "harness input");
        SingleOutputStreamOperator<O> result = part.of(input);
        result.sinkTo(new SimulatedSink<>(OUTPUT)).name(OUTPUT);
        for (OutputTag<?> side : sides) {
            result.getSideOutput(side).sinkTo(new SimulatedSink<>(SIDE)).name(SIDE + side.getId());
        }
        Harness<I, O> harness = new Harness<>(JavaBytes.write(environment.getJobGraph("harness")));
        harness.start(null);
        return harness;
    }

    private void start(String restore) throws Exception {
        hand = new HandSource.Hand<>();
        run = new HandRun(graph, new HandSource<>(hand), this::taker, clock, files);
        run.start(restore);
    }

    private OperatorFactory<?, ?> taker(String operator) {
        return operator.equals(OUTPUT) || operator.startsWith(SIDE)
                ? new Taker.Factory(taken.computeIfAbsent(operator, name -> new ArrayList<>()))
                : null;
    }

    /** Gives a record without a timestamp. */
    public Harness<I, O> push(I value) {
        hand.tell(output -> output.collect(value));
        run.go();
        return this;
    }

    /**
     * Gives a record.
     *
     * @param timestamp milliseconds since the epoch
     */
    public Harness<I, O> push(I value, long timestamp) {
        hand.tell(output -> output.collect(value, timestamp));
        run.go();
        return this;
    }

    /** Event time comes to a timestamp, milliseconds since the epoch. */
    public Harness<I, O> watermark(long timestamp) {
        hand.tell(output -> output.emitWatermark(new Watermark(timestamp)));
        run.go();
        return this;
    }

    /** The clock moves on, from 0 at the start; timers of the clock that are due fire. */
    public Harness<I, O> advanceClock(long millis) {
        clock.advance(millis);
        run.go();
        return this;
    }

    /** The input ends: event time comes to its end, and the operators finish. */
    public Harness<I, O> end() {
        hand.end();
        run.go();
        return this;
    }

    /** Takes a snapshot, throws everything away, and goes on from it in fresh functions. What came out stays. */
    public Harness<I, O> restart() throws Exception {
        String path = run.checkpoint(++checkpoints, clock.millis());
        run.close();
        start(path);
        return this;
    }

    /** All that has come out so far. */
    @SuppressWarnings("unchecked") // the part of the program emits values of its type
    public List<O> output() {
        return (List<O>) List.copyOf(taken.getOrDefault(OUTPUT, List.of()));
    }

    /** All that has come out of a side output so far; it must have been wanted. */
    @SuppressWarnings("unchecked") // what is emitted to a tag is of its type
    public <X> List<X> sideOutput(OutputTag<X> side) {
        List<Object> ofSide = taken.get(SIDE + side.getId());
        if (ofSide == null) {
            throw new IllegalArgumentException(
                    "side output '" + side.getId() + "' was not asked for; name its tag when the harness is made");
        }
        return (List<X>) List.copyOf(ofSide);
    }

    @Override
    public void close() {
        run.close();
        world.close();
    }
}
