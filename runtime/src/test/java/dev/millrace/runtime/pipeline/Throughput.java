package dev.millrace.runtime.pipeline;

import com.sun.management.OperatingSystemMXBean;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.Step;
import dev.millrace.core.state.LongCell;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.runtime.worker.StepLimits;
import dev.millrace.runtime.worker.WorkerHost;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Measures source of longs, hash exchange, keyed count, sink. Arguments: millions of records per source, keys, parallelism,
 * rounds.
 */
public final class Throughput {
    private static final System.Logger LOG = System.getLogger(Throughput.class.getName());

    private Throughput() {}

    /** Counts by key without a box and passes the record on. */
    static final class Counting implements Operator<Object, Object> {
        private LongCell count;
        private Output<Object> output;

        @Override
        public void open(OperatorContext context, Output<Object> newOutput) {
            count = context.state().longCell("count");
            output = newOutput;
        }

        @Override
        public void onRecord(int input, Object value, long timestamp) {
            long now = count.get(0) + 1;
            count.set(now);
            output.emit(value, timestamp);
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }
    }

    /** Swallows everything. */
    static final class Sink implements Operator<Object, Object> {
        private long sum;

        @Override
        public void onRecord(int input, Object value, long timestamp) {
            sum += timestamp;
        }

        @Override
        public void onWatermark(long timestamp) {}

        @Override
        public void close() {
            Results.add("Throughput", sum);
        }
    }

    public static void main(String[] args) throws Exception {
        long records = Long.parseLong(args[0]) * 1_000_000;
        long keys = Long.parseLong(args[1]);
        int parallelism = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        Results.clear("Throughput");
        for (int round = 0; round < rounds; round++) {
            try (WorkerHost host = WorkerHost.start(
                    parallelism,
                    new MemoryChannels(),
                    new MemoryBudget(1L << 30),
                    MetricTree.root("throughput"),
                    new WorkerHost.Identity("localhost", 1, StepLimits.DEFAULT))) {
                long start = System.nanoTime();
                long startCpu = cpuNanos();
                TestJob job = new TestJob(graph(keys, parallelism), host, new MemoryFiles());
                job.deploy();
                for (int instance = 0; instance < parallelism; instance++) {
                    job.assign(
                            0,
                            instance,
                            new Numbers.RangeBytes(),
                            List.of(new Numbers.Range("s" + instance, 0, records)));
                }
                job.end().join();
                double seconds = (System.nanoTime() - start) / 1e9;
                double cpuSeconds = (cpuNanos() - startCpu) / 1e9;
                LOG.log(
                        System.Logger.Level.INFO,
                        String.format(
                                "%.1f M records/s, %.1f ns of processor time per record",
                                records * parallelism / seconds / 1e6, cpuSeconds * 1e9 / records / parallelism));
            }
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static JobGraph graph(long keys, int parallelism) {
        KeySelector<Long, Long> key = number -> (number * 0x9E3779B97F4A7C15L >>> 20) % keys;
        Step source = Step.source("numbers", new Numbers(256), null);
        Step count = Step.operator("count", Counting::new)
                .reads(source, null, new Exchange.Hash(key), 0)
                .keyedBy(List.of(key))
                .emitsFresh();
        Step sink = Step.operator("sink", Sink::new).reads(count, null, null, 0);
        return TestJob.graph(TestJob.settings("heap", false, false), parallelism, source, count, sink);
    }
}
