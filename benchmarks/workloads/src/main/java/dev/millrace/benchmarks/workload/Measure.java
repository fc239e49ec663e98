package dev.millrace.benchmarks.workload;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * Runs one workload on the engine of the class path, whole jobs one after another: so many for warming up, then as many as
 * fill the time that is measured. Writes one line per job of name=value pairs, and nothing else, to the standard output.
 */
public final class Measure {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Engine engine;
    private final PrintStream lines;

    private Measure(Engine engine, PrintStream lines) {
        this.engine = engine;
        this.lines = lines;
    }

    /**
     * Arguments in this order: workload, records, parallelism, reuse, buffer timeout in ms, scratch folder, warm-up jobs,
     * least seconds of warm-up, least seconds that are measured; and, if they are other than those of the jobs that are
     * measured, the records of a warm-up job.
     */
    public static void main(String[] args) {
        PrintStream lines = System.out;
        // whatever an engine prints is not part of the protocol
        System.setOut(System.err);
        int status = 0;
        try {
            Deque<String> given = new ArrayDeque<>(Arrays.asList(args));
            Setup setup = new Setup(
                    Workload.named(given.pop()),
                    Long.parseLong(given.pop()),
                    Integer.parseInt(given.pop()),
                    Boolean.parseBoolean(given.pop()),
                    Long.parseLong(given.pop()),
                    Path.of(given.pop()));
            Engine engine = ServiceLoader.load(Engine.class)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no engine on the class path"));
            int warmUps = Integer.parseInt(given.pop());
            double warmSeconds = Double.parseDouble(given.pop());
            double seconds = Double.parseDouble(given.pop());
            Setup warmUp = given.isEmpty() ? setup : setup.with(Long.parseLong(given.pop()));
            new Measure(engine, lines).jobs(warmUp, warmUps, warmSeconds, setup, seconds);
            engine.stop();
        } catch (Exception | Error failure) {
            failure.printStackTrace(System.err);
            status = 1;
        }
        // engines leave threads behind, also when they are stopped
        System.exit(status);
    }

    private void jobs(Setup warmUp, int warmUps, double warmSeconds, Setup measured, double seconds) throws Exception {
        for (Setup setup : List.of(warmUp, measured)) {
            if (setup.workload().task() == Task.WORDS) {
                WordText.in(setup.scratch(), setup.records());
            }
        }
        double spent = 0;
        for (int i = 0; i < warmUps || spent < warmSeconds; i++) {
            spent += job("warm-up", warmUp);
        }
        spent = 0;
        do {
            System.gc();
            spent += job("job", measured);
        } while (spent < seconds);
    }

    private double job(String kind, Setup setup) throws Exception {
        long collecting = collectorMillis();
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        engine.run(setup);
        double seconds = (System.nanoTime() - start) / 1e9;
        cpu = MACHINE.getProcessCpuTime() - cpu;
        collecting = collectorMillis() - collecting;
        Tally.Answer answer = Tally.takeAnswer();
        Latencies.Percentiles late = Latencies.takePercentiles();
        lines.printf(
                Locale.ROOT,
                "kind=%s records=%d seconds=%.6f cpu=%.6f collector=%.3f answer=%s p50=%.1f p99=%.1f p999=%.1f max=%.1f"
                        + " peak=%.1f note=%s%n",
                kind,
                setup.records(),
                seconds,
                cpu / 1e9,
                collecting / 1e3,
                answer,
                late.p50(),
                late.p99(),
                late.p999(),
                late.max(),
                peakMegabytes(),
                engine.note().replace(' ', '_'));
        lines.flush();
        return seconds;
    }

    private static long collectorMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    /** The most memory that the process has held, in MB, or 0 where the system does not say. */
    private static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
