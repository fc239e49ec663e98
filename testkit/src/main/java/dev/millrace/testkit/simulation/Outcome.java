package dev.millrace.testkit.simulation;

import dev.millrace.testkit.outside.Outside;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.World;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How a simulated job ended. */
public final class Outcome {
    private final long seed;
    private final long hash;
    private final long events;
    private final long millis;
    private final Outside outside;
    private final SimulatedDisk disk;
    private final Map<Incident, Long> incidents;

    Outcome(long seed, World world, SimulatedDisk disk) {
        this.seed = seed;
        this.hash = world.trace().hash();
        this.events = world.trace().events();
        this.millis = world.nowMillis();
        this.outside = Outside.of(world);
        this.disk = disk;
        this.incidents = world.incidents();
    }

    public long seed() {
        return seed;
    }

    /** Of all that happened, in its order: two runs with one hash took the same way. */
    public long traceHash() {
        return hash;
    }

    /** How many things happened. */
    public long events() {
        return events;
    }

    /** How long it took, in simulated time. */
    public long simulatedMillis() {
        return millis;
    }

    /** How often what befell the job did so; what never did is left out. */
    public Map<Incident, Long> incidents() {
        return Map.copyOf(incidents);
    }

    /** What was committed to a {@link dev.millrace.testkit.outside.SimulatedSink}, in the order of the commits. */
    public List<Object> committed(String sink) {
        return outside.committed(sink);
    }

    /**
     * The files below a directory of the simulated disk when the job had ended, by name, as whoever reads the job's output
     * sees them: without those whose names begin with a dot.
     *
     * @param directory such as {@code /out} for what the job wrote to {@code sim:///out}
     */
    public SortedMap<String, byte[]> files(String directory) {
        return disk.visible(directory);
    }
}
