package dev.millrace.verification.simulation;

import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.simulation.SimulatedCluster;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command {@code bin/sim}: simulates job shapes from seeds.
 *
 * <pre>
 * bin/sim [--seeds N] [--from N] [--shape S]   many seeds, with progress, and a last line of totals
 * bin/sim --seed N [--shape S] [--trace]       one seed, with the hash of its trace, or with all that happens as text
 * </pre>
 */
public final class Sim {
    private static final int PROGRESS_SEEDS = 500;
    private static final String TRACE = "trace";

    /** What jobs log by the thousand is told by the trace. */
    static final Logger QUIET = Logger.getLogger("dev.millrace");

    private final PrintStream out;
    private final List<Map.Entry<String, Shape>> shapes;
    private final boolean traced;
    private long events;
    private long millis;
    private int broken;

    private Sim(PrintStream out, List<Map.Entry<String, Shape>> shapes, boolean traced) {
        this.out = out;
        this.shapes = shapes;
        this.traced = traced;
    }

    public static void main(String[] arguments) {
        QUIET.setLevel(Level.SEVERE);
        TreeMap<String, String> options = options(arguments);
        TreeMap<String, Shape> shapes = Shapes.all();
        if (options.containsKey("shape")) {
            shapes.keySet().retainAll(List.of(options.get("shape")));
        }
        boolean one = options.containsKey("seed");
        long from = Long.parseLong(options.getOrDefault(one ? "seed" : "from", "1"));
        long count = one ? 1 : Long.parseLong(options.getOrDefault("seeds", "1000"));
        Sim sim = new Sim(System.out, new ArrayList<>(shapes.entrySet()), options.containsKey(TRACE));
        System.exit(sim.run(from, count) ? 0 : 1);
    }

    private static TreeMap<String, String> options(String[] arguments) {
        TreeMap<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].substring(2);
            options.put(name, name.equals(TRACE) ? "" : arguments[++i]);
        }
        return options;
    }

    private boolean run(long from, long count) {
        long started = System.nanoTime();
        for (long seed = from; seed < from + count; seed++) {
            Map.Entry<String, Shape> shape = shapes.get((int) (seed % shapes.size()));
            try {
                long hash = simulate(shape.getValue(), seed);
                if (count == 1) {
                    out.printf("trace hash %016x%n", hash);
                }
            } catch (Throwable failed) {
                report(shape.getKey(), seed, failed);
            }
            if ((seed - from + 1) % PROGRESS_SEEDS == 0) {
                out.println((seed - from + 1) + " seeds, " + broken + " broken");
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                "%d seeds, %d broken, %d events, %.0f simulated minutes in %.1f s (%.1f ms a seed)%n",
                count, broken, events, millis / 60_000.0, seconds, 1000 * seconds / count);
        return broken == 0;
    }

    private long simulate(Shape shape, long seed) {
        Shape.Sized job = shape.of(seed);
        Outcome outcome = SimulatedCluster.of(job).trace(seed, traced ? out::println : null);
        events += outcome.events();
        millis += outcome.simulatedMillis();
        job.check(outcome);
        return outcome.traceHash();
    }

    private void report(String shape, long seed, Throwable failed) {
        broken++;
        out.println("seed " + seed + " of shape " + shape + ": " + failed.getMessage() + "\n  bin/sim --shape " + shape
                + " --seed " + seed + " --trace");
        if (traced) {
            failed.printStackTrace(out);
        }
    }
}
