package dev.millrace.verification.simulation;

import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.simulation.SimulatedCluster;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command {@code bin/sim}: simulates job shapes from seeds. */
public final class Sim {
    private static final int PROGRESS_SEEDS = 500;
    private static final int USAGE_ERROR = 2;
    private static final String TRACE = "trace";
    private static final String HELP = "help";
    private static final Set<String> VALUES = Set.of("seeds", "from", "shape", "seed");

    private static final String USAGE = """
        Simulates whole jobs in one thread, each on a cluster that follows from a seed: its size, how fast and how
        reliable its network and disks are, and what befalls it. All laws of the engine are checked meanwhile, and the
        results at the end.

          bin/sim [--seeds N] [--from N] [--shape S]   many seeds, with progress, and totals at the end
          bin/sim --seed N [--shape S] [--trace]       one seed, or with all that happens as text

          --seeds N   how many seeds, 1000 if not given
          --from N    the first seed, 1 if not given
          --seed N    this seed only
          --shape S   jobs of this shape only; without it the seed chooses among all
          --trace     a line for each thing that happens

        The shapes: %s

        Examples
          bin/sim --seeds 2000                    what the build runs
          bin/sim --seeds 20000 --from 100001     seeds that nobody has looked at
          bin/sim --seeds 500 --shape windows     one shape
          bin/sim --shape timers --seed 6 --trace how it came to what seed 6 shows

        It ends with 0 when no law was broken, with 1 when one was; each seed that broke one is printed with the
        command that replays it. SIM_OPTS are further options of the Java machine.
        """;

    /** What jobs log by the thousand is told by the trace. */
    static final Logger QUIET = Logger.getLogger("dev.millrace");

    private final PrintStream out;
    private final List<Map.Entry<String, Shape>> shapes;
    private final boolean traced;
    private final Totals totals = new Totals();
    private int broken;

    private Sim(PrintStream out, List<Map.Entry<String, Shape>> shapes, boolean traced) {
        this.out = out;
        this.shapes = shapes;
        this.traced = traced;
    }

    public static void main(String[] arguments) {
        QUIET.setLevel(Level.SEVERE);
        System.exit(run(arguments, System.out));
    }

    /** Answers the exit code. */
    static int run(String[] arguments, PrintStream out) {
        TreeMap<String, Shape> shapes = Shapes.all();
        String names = String.join(", ", shapes.keySet());
        TreeMap<String, String> options;
        try {
            options = options(arguments, shapes.keySet());
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage() + "; bin/sim --help shows what there is");
            return USAGE_ERROR;
        }
        if (options.containsKey(HELP)) {
            out.printf(USAGE, names);
            return 0;
        }
        if (options.containsKey("shape")) {
            shapes.keySet().retainAll(List.of(options.get("shape")));
        }
        boolean one = options.containsKey("seed");
        long from = Long.parseLong(options.getOrDefault(one ? "seed" : "from", "1"));
        long count = one ? 1 : Long.parseLong(options.getOrDefault("seeds", "1000"));
        Sim sim = new Sim(out, new ArrayList<>(shapes.entrySet()), options.containsKey(TRACE));
        return sim.run(from, count) ? 0 : 1;
    }

    private static TreeMap<String, String> options(String[] arguments, Set<String> shapes) {
        TreeMap<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            if (Set.of(TRACE, HELP).contains(name)) {
                options.put(name, "");
                continue;
            }
            if (!VALUES.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("sim: option '" + arguments[i] + "' is unknown or lacks its value");
            }
            String value = arguments[++i];
            boolean fits = name.equals("shape") ? shapes.contains(value) : value.matches("\\d{1,18}");
            if (!fits) {
                throw new IllegalArgumentException("sim: --" + name + " cannot be '" + value + "'");
            }
            options.put(name, value);
        }
        return options;
    }

    private boolean run(long from, long count) {
        long started = System.nanoTime();
        for (long seed = from; seed < from + count; seed++) {
            Map.Entry<String, Shape> shape = shapes.get((int) (seed % shapes.size()));
            try {
                simulate(shape.getValue(), seed);
            } catch (Throwable failed) {
                report(shape.getKey(), seed, failed);
            }
            if ((seed - from + 1) % PROGRESS_SEEDS == 0) {
                out.println((seed - from + 1) + " seeds, " + broken + " broken");
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        out.println(totals.text());
        out.printf("trace hash %016x%n", totals.traceHash());
        out.printf(
                "%d seeds, %d broken, %d events, %.0f simulated minutes in %.1f s (%.1f ms a seed)%n",
                count, broken, totals.events(), totals.simulatedMinutes(), seconds, 1000 * seconds / count);
        return broken == 0;
    }

    private void simulate(Shape shape, long seed) {
        Shape.Sized job = shape.of(seed);
        Outcome outcome = SimulatedCluster.of(job).trace(seed, traced ? out::println : null);
        totals.add(outcome);
        job.check(outcome);
    }

    private void report(String shape, long seed, Throwable failed) {
        broken++;
        out.println("seed " + seed + " of shape " + shape + ": " + failed.getMessage() + "\n  " + replay(shape, seed));
        if (traced) {
            failed.printStackTrace(out);
        }
    }

    /** The command that shows a seed again. */
    static String replay(String shape, long seed) {
        return "bin/sim --shape " + shape + " --seed " + seed + " --trace";
    }
}
