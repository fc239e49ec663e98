package dev.millrace.testkit.simulation;

import dev.millrace.testkit.law.BrokenLaw;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tries a program on many simulated clusters, each from a seed: the real engine in one thread, under faults. What the
 * program commits to {@link dev.millrace.testkit.outside.SimulatedSink}s is checked at the end of each.
 *
 * <pre>{@code
 * SimulatedCluster.of(environment -> environment.fromSequence(1, 1000).sinkTo(new SimulatedSink<>("numbers")))
 *         .seeds(1000)
 *         .faults(Fault.CRASH, Fault.SLOW_DISK)
 *         .check(outcome -> assertThat(outcome.committed("numbers")).hasSize(1000));
 * }</pre>
 */
public final class SimulatedCluster {
    private final SimulationProgram program;
    private final List<Fault> faults;
    private final long seeds;

    private SimulatedCluster(SimulationProgram program, List<Fault> faults, long seeds) {
        this.program = program;
        this.faults = faults;
        this.seeds = seeds;
    }

    /** Simulates a program; with every fault there is, and 100 seeds, unless told otherwise. */
    public static SimulatedCluster of(SimulationProgram program) {
        return new SimulatedCluster(program, List.of(Fault.values()), 100);
    }

    /** How many worlds, from seed 1 on. */
    public SimulatedCluster seeds(long count) {
        return new SimulatedCluster(program, faults, count);
    }

    /** The faults that may come; none for a world without any. */
    public SimulatedCluster faults(Fault... possible) {
        return new SimulatedCluster(program, List.of(possible), seeds);
    }

    /**
     * Runs all seeds.
     *
     * @throws AssertionError when a law of the engine is broken or {@code law} throws; names the seed
     */
    public void check(Consumer<Outcome> law) {
        for (long seed = 1; seed <= seeds; seed++) {
            check(seed, law);
        }
    }

    private void check(long seed, Consumer<Outcome> law) {
        try {
            law.accept(run(seed));
        } catch (Throwable broken) {
            BrokenLaw named = new BrokenLaw("seed " + seed + ": " + broken.getMessage()
                    + "; SimulatedCluster.of(...).trace(" + seed + ", System.err::println) shows how it came to it");
            named.initCause(broken);
            throw named;
        }
    }

    /** Runs one seed. */
    public Outcome run(long seed) {
        return Simulation.run(program, seed, faults, Parts.SOUND, null);
    }

    /** Runs one seed and gives a line for each thing that happens to a reader, until it ends or breaks. */
    public Outcome trace(long seed, Consumer<String> reader) {
        return Simulation.run(program, seed, faults, Parts.SOUND, reader);
    }
}
