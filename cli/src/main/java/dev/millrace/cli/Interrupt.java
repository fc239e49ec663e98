package dev.millrace.cli;

import dev.millrace.cli.terminal.Signals;
import dev.millrace.core.plan.JobHandle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the first one cancels the jobs, waits until they have gone, and ends the process; the second ends it at once. The
 * Java machine calls it on a thread of its own for each signal. Safe for use by any thread.
 */
final class Interrupt implements AutoCloseable {

    /** How long a program whose jobs have gone may take to come to its end. */
    private static final long GRACE_MILLIS = 2_000;

    private final List<JobHandle> jobs = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Runnable giveBack;
    private volatile boolean pressed;

    /** Whether somebody has pressed it. */
    boolean isPressed() {
        return pressed;
    }

    /** Cancels a job too when it is pressed. */
    synchronized void guard(JobHandle job) {
        jobs.add(job);
        job.end().whenComplete((end, failure) -> jobs.remove(job));
        if (giveBack == null) {
            giveBack = Signals.handle("INT", this::press);
        }
    }

    private void press() {
        if (pressed) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
        }
        pressed = true;
        System.err.println("millrace: cancelling; Ctrl-C again ends at once");
        List<JobHandle> running = List.copyOf(jobs);
        CompletableFuture.allOf(running.stream().map(JobHandle::cancel).toArray(CompletableFuture[]::new))
                .join();
        try {
            ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
        System.exit(ExitCode.INTERRUPTED.number());
    }

    /** The program has ended: Ctrl-C means again what it meant before. */
    @Override
    public synchronized void close() {
        ended.countDown();
        if (giveBack != null) {
            giveBack.run();
        }
    }
}
