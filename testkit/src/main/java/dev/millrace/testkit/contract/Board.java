package dev.millrace.testkit.contract;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.DataStreamSink;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.Outside;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.stand.GivenSource;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Where a part of a program finds its inputs and shows its results. Owned by the thread that writes the program. */
public final class Board {
    static final String INPUT = "input ";
    static final String RESULT = "result ";

    private final StreamExecutionEnvironment environment;
    private final boolean chained;
    private final TreeMap<Integer, DataStream<?>> inputs = new TreeMap<>();
    private final List<Supplier<List<?>>> outside = new ArrayList<>();
    private int results;

    /**
     * @param chained whether inputs and results may run in one task with their neighbours
     */
    Board(StreamExecutionEnvironment environment, boolean chained) {
        this.environment = environment;
        this.chained = chained;
    }

    public StreamExecutionEnvironment environment() {
        return environment;
    }

    /** The stream of a source's records; there is one instance of each source, numbered from 0. */
    @SuppressWarnings("unchecked") // the script gives what the part of the program reads
    public <T> DataStream<T> input(int source) {
        return (DataStream<T>) inputs.computeIfAbsent(source, this::newInput);
    }

    private DataStream<?> newInput(int source) {
        SingleOutputStreamOperator<Object> input = environment
                .fromSource(new GivenSource<>(null), WatermarkStrategy.noWatermarks(), INPUT + source)
                .setParallelism(1)
                .uid(INPUT + source)
                .setBufferTimeout(-1);
        return chained ? input : input.disableChaining();
    }

    /** Everything that comes out of a stream is looked at: records, watermarks, idleness, its end. */
    public void result(DataStream<?> stream) {
        String name = RESULT + results++;
        DataStreamSink<?> sink =
                stream.sinkTo(new SimulatedSink<>(name)).name(name).uid(name).setParallelism(1);
        if (!chained) {
            sink.disableChaining();
        }
    }

    /** What a stream's records committed to a sink in two phases is looked at, at the end. */
    public void committed(DataStream<?> stream) {
        String name = "sink " + outside.size();
        stream.sinkTo(new SimulatedSink<>(name)).name(name).uid(name);
        outside(() -> Outside.of(World.current()).committed(name));
    }

    /**
     * What the part of the program has done to the world outside is looked at, at the end.
     *
     * @param what in the order in which it was done; called inside the world of the run
     */
    public void outside(Supplier<List<?>> what) {
        outside.add(what);
    }

    List<Supplier<List<?>>> outside() {
        return outside;
    }

    int inputs() {
        return inputs.isEmpty() ? 0 : inputs.lastKey() + 1;
    }

    int results() {
        return results;
    }
}
