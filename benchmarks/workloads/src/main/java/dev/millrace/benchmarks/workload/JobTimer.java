package dev.millrace.benchmarks.workload;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Times jobs, and writes a line of name=value pairs for each. */
public final class JobTimer {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final PrintStream lines;

    public JobTimer(PrintStream lines) {
        this.lines = lines;
    }

    /** What is timed. */
    public interface Job {
        /** Returns when all is done, and says what there is to say about it. */
        String run() throws Exception;
    }

    /** Runs the job and returns how many seconds it took. */
    public double time(String kind, String name, long records, Job job) throws Exception {
        long collecting = collectorMillis();
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        String note = job.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        cpu = MACHINE.getProcessCpuTime() - cpu;
        collecting = collectorMillis() - collecting;
        Tally.Answer answer = Tally.takeAnswer();
        Latencies.Percentiles late = Latencies.takePercentiles();
        lines.printf(
                Locale.ROOT,
                "kind=%s records=%d seconds=%.6f cpu=%.6f collector=%.3f answer=%s p50=%.1f p99=%.1f p999=%.1f max=%.1f"
                        + " peak=%.1f workload=%s gap=%.3f note=%s%n",
                kind,
                records,
                seconds,
                cpu / 1e9,
                collecting / 1e3,
                answer,
                late.p50(),
                late.p99(),
                late.p999(),
                late.max(),
                peakMegabytes(),
                name,
                Gaps.takeLongestMillis(),
                note.replace(' ', '_'));
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
