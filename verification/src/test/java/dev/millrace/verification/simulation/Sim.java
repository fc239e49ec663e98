package dev.millrace.verification.simulation;

import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.simulation.SimulatedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

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

    private Sim() {}

    public static void main(String[] arguments) {
        TreeMap<String, String> options = options(arguments);
        TreeMap<String, Shape> shapes = Shapes.all();
        if (options.containsKey("shape")) {
            shapes.keySet().retainAll(List.of(options.get("shape")));
        }
        boolean one = options.containsKey("seed");
        long from = Long.parseLong(options.getOrDefault(one ? "seed" : "from", "1"));
        long count = one ? 1 : Long.parseLong(options.getOrDefault("seeds", "1000"));
        Consumer<String> reader = options.containsKey("trace") ? System.out::println : null;
        System.exit(run(new ArrayList<>(shapes.entrySet()), from, count, reader) ? 0 : 1);
    }

    private static TreeMap<String, String> options(String[] arguments) {
        TreeMap<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].substring(2);
            options.put(name, name.equals("trace") ? "" : arguments[++i]);
        }
        return options;
    }

    private static boolean run(List<Map.Entry<String, Shape>> shapes, long from, long count, Consumer<String> reader) {
        long started = System.nanoTime();
        long events = 0;
        long millis = 0;
        int broken = 0;
        for (long seed = from; seed < from + count; seed++) {
            Map.Entry<String, Shape> shape = shapes.get((int) (seed % shapes.size()));
            try {
                Outcome outcome = simulate(shape.getValue(), seed, reader);
                events += outcome.events();
                millis += outcome.simulatedMillis();
                if (count == 1) {
                    System.out.printf("trace hash %016x%n", outcome.traceHash());
                }
            } catch (Throwable failed) {
                broken++;
                System.out.println("seed " + seed + " of shape " + shape.getKey() + ": " + failed.getMessage()
                        + "\n  bin/sim --shape " + shape.getKey() + " --seed " + seed + " --trace");
                if (reader != null) {
                    failed.printStackTrace(System.out);
                }
            }
            if ((seed - from + 1) % PROGRESS_SEEDS == 0) {
                System.out.println((seed - from + 1) + " seeds, " + broken + " broken");
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "%d seeds, %d broken, %d events, %.0f simulated minutes in %.1f s (%.1f ms a seed)%n",
                count, broken, events, millis / 60_000.0, seconds, 1000 * seconds / count);
        return broken == 0;
    }

    private static Outcome simulate(Shape shape, long seed, Consumer<String> reader) {
        Shape.Sized job = shape.of(seed);
        Outcome outcome = SimulatedCluster.of(job).trace(seed, reader);
        job.check(outcome);
        return outcome;
    }
}
