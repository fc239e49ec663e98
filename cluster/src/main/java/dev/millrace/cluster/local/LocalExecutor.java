package dev.millrace.cluster.local;

import dev.millrace.core.plan.JobExecutor;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.runtime.worker.SystemClock;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs jobs in this process, all of them on one cluster, which starts with the first and ends with the last. Its threads
 * do not keep the process alive. Safe for use by any thread.
 */
public final class LocalExecutor implements JobExecutor {

    /** The cluster of the process, and who uses it. Instances of this class come and go; the cores stay the same. */
    private static final AtomicReference<Shared> CURRENT = new AtomicReference<>();

    private static final AtomicReference<JobWatch> WATCH = new AtomicReference<>();

    private static final AtomicLong SUBMITTED = new AtomicLong();

    /** A cluster that is made by whoever first needs it. */
    private static final class Shared {
        final Hold hold = new Hold();
        final Lazy<LocalCluster> cluster = new Lazy<>(LocalCluster::new);
    }

    /**
     * Shows somebody the jobs that are submitted in this process from now on.
     *
     * @param watch null for nobody any more
     */
    public static void watch(JobWatch watch) {
        WATCH.set(watch);
    }

    @Override
    public JobHandle submit(JobGraph graph, ClassLoader userClasses) {
        JobWatch watch = WATCH.get();
        if (watch == null) {
            return start(graph, userClasses);
        }
        watch.submitting(graph);
        JobHandle job = start(graph, userClasses);
        watch.submitted(graph, job);
        return job;
    }

    private static JobHandle start(JobGraph graph, ClassLoader userClasses) {
        Shared shared = take();
        try {
            JobHandle job = shared.cluster.get().submit(newId(), graph, userClasses);
            job.end().whenComplete((end, failure) -> release(shared));
            return job;
        } catch (RuntimeException | Error refused) {
            release(shared);
            throw refused;
        }
    }

    private static Shared take() {
        while (true) {
            Shared current = CURRENT.get();
            if (current != null && current.hold.tryTake()) {
                return current;
            }
            Shared fresh = new Shared();
            if (CURRENT.compareAndSet(current, fresh)) {
                return fresh;
            }
        }
    }

    private static void release(Shared shared) {
        if (shared.hold.release()) {
            CURRENT.compareAndSet(shared, null);
            shared.cluster.get().close();
        }
    }

    private static String newId() {
        long seed = SystemClock.SYSTEM.nanos() ^ Long.rotateLeft(SystemClock.SYSTEM.millis(), 24);
        SplittableRandom random = new SplittableRandom(seed + (SUBMITTED.incrementAndGet() << 48));
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(random.nextLong()) + digits.toHexDigits(random.nextLong());
    }
}
