package dev.millrace.benchmarks.millrace;

import com.sun.management.OperatingSystemMXBean;
import dev.millrace.benchmarks.workload.Measure;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.job.JobClient;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Jobs that wait for records that never come, all in one process: what they use while nothing happens. Run it with a heap
 * that is touched from the start (-XX:+AlwaysPreTouch), so that what the process grows by lies outside of the heap.
 */
public final class IdleJobs {
    private static final int PARALLELISM = 2;
    private static final long CLASS_LOADING_SECONDS = 3;
    /** The compiler of the JVM has to come to an end, too. */
    private static final long SETTLING_SECONDS = 40;

    private static final long MEASURED_SECONDS = 20;

    private IdleJobs() {}

    /**
     * Argument: how many jobs. Writes one line of name=value pairs: the share of one core that they use, and the bytes of
     * heap and of other memory that each of them adds to the first.
     */
    public static void main(String[] args) throws Exception {
        PrintStream lines = Measure.takeOutput();
        int count = Integer.parseInt(args[0]);
        List<JobClient> jobs = new ArrayList<>();
        jobs.add(start());
        pause(CLASS_LOADING_SECONDS);
        long heap = heap();
        long resident = resident();
        while (jobs.size() < count) {
            jobs.add(start());
        }
        pause(SETTLING_SECONDS);
        double core = core();
        int more = Math.max(1, count - 1);
        lines.printf(
                Locale.ROOT,
                "kind=idle jobs=%d core=%.5f heap=%d native=%d%n",
                count,
                core,
                (heap() - heap) / more,
                (resident() - resident) / more);
        System.exit(0);
    }

    private static JobClient start() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(PARALLELISM);
        env.fromSource(new SilentSource(), WatermarkStrategy.noWatermarks(), "silence")
                .keyBy(key -> key)
                .reduce(Math::addExact)
                .sinkTo(new TallySink<>(value -> value));
        return env.executeAsync("idle");
    }

    private static double core() throws InterruptedException {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        pause(MEASURED_SECONDS);
        return (machine.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - start);
    }

    private static void pause(long seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }
}
