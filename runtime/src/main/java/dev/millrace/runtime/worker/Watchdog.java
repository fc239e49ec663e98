package dev.millrace.runtime.worker;

import dev.millrace.runtime.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices from outside, while it lasts, a step that takes too long, asks it to end after its record, and hands the other
 * tasks of its worker to a spare thread. Interrupts cancelled tasks that do not come back. Sleeps while all workers do.
 */
final class Watchdog extends Thread {
    /** A step that was seen, and since when. */
    private record Sighting(Runner runner, long step, long sinceNanos) {}

    private final Crew crew;
    private final StepLimits limits;
    private List<Sighting> seen = new ArrayList<>();
    private volatile boolean asleep;
    private volatile boolean over;

    Watchdog(Crew crew, StepLimits limits) {
        super("millrace-watchdog");
        this.crew = crew;
        this.limits = limits;
        setDaemon(true);
    }

    @Override
    public void run() {
        while (!over) {
            look(crew.clock().nanos());
            asleep = true;
            if (crew.isResting() && !over) {
                LockSupport.park(this);
            }
            asleep = false;
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(limits.checkMillis()));
        }
    }

    void wake() {
        if (asleep) {
            LockSupport.unpark(this);
        }
    }

    void end() {
        over = true;
        LockSupport.unpark(this);
    }

    private void look(long nowNanos) {
        List<Sighting> now = new ArrayList<>();
        for (Worker worker : crew.workers()) {
            Runner runner = worker.runner();
            long step = runner == null ? 0 : runner.stepping();
            if (step != 0) {
                Sighting sighting = sighting(runner, step, nowNanos);
                now.add(sighting);
                judge(worker, sighting, nowNanos);
            }
        }
        seen = now;
    }

    private Sighting sighting(Runner runner, long step, long nowNanos) {
        for (Sighting before : seen) {
            if (before.runner == runner && before.step == step) {
                return before;
            }
        }
        return new Sighting(runner, step, nowNanos);
    }

    private void judge(Worker worker, Sighting sighting, long nowNanos) {
        Runner runner = sighting.runner;
        long millis = TimeUnit.NANOSECONDS.toMillis(nowNanos - sighting.sinceNanos);
        boolean computing = runner.getState() == State.RUNNABLE;
        if (millis < (computing ? limits.computingMillis() : limits.waitingMillis())) {
            return;
        }
        Task task = runner.current();
        boolean stuck = millis >= limits.computingMillis() && runner.stepping() == sighting.step;
        if (task != null) {
            task.call();
        }
        if (stuck && task != null && task.isCancelled()) {
            runner.interrupt();
        }
        if (worker.isShared()) {
            runner.takeWorker(sighting.step);
        }
    }
}
