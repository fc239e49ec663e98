package dev.millrace.testkit.harness;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.stand.GivenSource;
import dev.millrace.testkit.stand.HandClock;
import dev.millrace.testkit.stand.Stand;
import dev.millrace.testkit.stand.Substitutes;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A part of a program with hands at its inputs and a taker at each output, started, thrown away and started again. */
final class Bench {
    private static final String OUTPUT = "harness output";
    private static final String SIDE = "harness side output ";
    private static final long MEMORY_BYTES = 1L << 30;

    private final JobGraph graph;
    private final HandClock clock = new HandClock(0);
    private final World world = new World(0, null);
    private final FileSystem files = new SimulatedDisk(new SplittableRandom(0)).of(world.process("harness"));
    private final Map<String, HandInput<?>> inputs;
    private final TreeMap<String, List<Object>> taken = new TreeMap<>();
    private final TreeMap<String, Glance> glances = new TreeMap<>();
    private Stand stand;
    private long checkpoints;

    /**
     * @param inputs by the name of their source
     */
    private Bench(JobGraph graph, Map<String, HandInput<?>> inputs) {
        this.graph = graph;
        this.inputs = inputs;
    }

    /** Makes a bench of a program whose sources are {@link GivenSource}s and whose result is given; not started. */
    static Bench of(
            StreamExecutionEnvironment environment,
            DataStream<?> result,
            List<OutputTag<?>> sides,
            Map<String, HandInput<?>> inputs)
            throws Exception {
        result.sinkTo(new SimulatedSink<>(OUTPUT)).name(OUTPUT);
        for (OutputTag<?> side : sides) {
            withSides(result, side)
                    .getSideOutput(side)
                    .sinkTo(new SimulatedSink<>(SIDE))
                    .name(SIDE + side.getId());
        }
        return new Bench(environment.getJobGraph("harness"), inputs);
    }

    private static SingleOutputStreamOperator<?> withSides(DataStream<?> result, OutputTag<?> side) {
        if (result instanceof SingleOutputStreamOperator<?> operator) {
            return operator;
        }
        throw new IllegalArgumentException(
                "the part of the program ends in a " + result.getClass().getSimpleName() + ", which has no side output "
                        + side.getId() + "; give the stream that process(...) returns");
    }

    /** Starts the tasks, in fresh functions. */
    void start(HarnessSnapshot restore) throws Exception {
        glances.clear();
        Substitutes substitutes =
                new Substitutes(source -> inputs.get(source).source(), operator -> replacement(operator, restore));
        SteppedHost host = new SteppedHost(clock, new MemoryChannels(), new MemoryBudget(MEMORY_BYTES), 1);
        stand = new Stand(graph, substitutes::in, host, clock, files);
        if (restore == null) {
            stand.deploy(null);
        } else {
            stand.deploy(restore.path(), restore.files());
        }
        stand.go();
    }

    private OperatorFactory<?, ?> replacement(OperatorNode operator, HarnessSnapshot restore) {
        String name = operator.name();
        if (name.equals(OUTPUT) || name.startsWith(SIDE)) {
            return new Taker.Factory(taken.computeIfAbsent(name, none -> new ArrayList<>()));
        }
        if (operator.keys().stream().noneMatch(Objects::nonNull)) {
            return operator.factory();
        }
        Glance glance = new Glance(restore == null ? List.of() : restore.timers(operator.id()));
        glances.put(operator.id(), glance);
        return glance.into(operator.factory());
    }

    void go() {
        stand.go();
    }

    void advanceClock(long millis) {
        clock.advance(millis);
        go();
    }

    HarnessSnapshot snapshot() throws Exception {
        String path = stand.checkpoint(++checkpoints);
        Map<String, List<Timer>> timers = new HashMap<>();
        glances.forEach((operator, glance) -> timers.put(operator, glance.timers()));
        return new HarnessSnapshot(files, path, timers);
    }

    void restore(HarnessSnapshot snapshot) throws Exception {
        stand.close();
        start(snapshot);
    }

    <S extends State> S state(Object key, StateDescriptor<S, ?> descriptor) {
        if (glances.size() != 1) {
            throw new IllegalStateException("there are " + glances.size()
                    + " keyed operators, so it is not clear whose state '" + descriptor.getName()
                    + "' is; make a harness for each of them");
        }
        return glances.firstEntry().getValue().state(key, descriptor);
    }

    List<Timer> timers(Timer.Domain domain) {
        return glances.values().stream()
                .flatMap(glance -> glance.timers().stream())
                .filter(timer -> timer.domain() == domain)
                .toList();
    }

    List<Object> output() {
        return List.copyOf(taken.getOrDefault(OUTPUT, List.of()));
    }

    List<Object> sideOutput(OutputTag<?> side) {
        List<Object> ofSide = taken.get(SIDE + side.getId());
        if (ofSide == null) {
            throw new IllegalArgumentException(
                    "side output '" + side.getId() + "' was not asked for; name its tag when the harness is made");
        }
        return List.copyOf(ofSide);
    }

    void close() {
        stand.close();
        world.close();
    }
}
