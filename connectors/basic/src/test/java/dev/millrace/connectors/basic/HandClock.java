package dev.millrace.connectors.basic;

import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A clock that moves when told, with the mailbox that follows it. */
public final class HandClock implements Clock, Mailbox {

    private final Queue<Action> mail = new ConcurrentLinkedQueue<>();
    private final List<Due> timers = new ArrayList<>();
    private long millis = 1_000_000;

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public long nanos() {
        return millis * 1_000_000;
    }

    @Override
    public void execute(Action action) {
        mail.add(action);
    }

    @Override
    public void at(long timeMillis, Action action) {
        timers.add(new Due(timeMillis, action));
    }

    /** Runs what is in the mailbox. */
    public void readMail() {
        for (Action action = mail.poll(); action != null; action = mail.poll()) {
            run(action);
        }
    }

    /** Moves on and runs what has become due, in the order of time. */
    public void advance(long byMillis) {
        long end = millis + byMillis;
        while (true) {
            Due next = timers.stream()
                    .filter(due -> due.millis <= end)
                    .min(Comparator.comparingLong(Due::millis))
                    .orElse(null);
            if (next == null) {
                break;
            }
            timers.remove(next);
            millis = Math.max(millis, next.millis);
            run(next.action);
        }
        millis = end;
        readMail();
    }

    /** The time until the next thing is due, or -1. */
    public long millisToNext() {
        return timers.stream()
                .mapToLong(due -> Math.max(0, due.millis - millis))
                .min()
                .orElse(-1);
    }

    private static void run(Action action) {
        try {
            action.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private record Due(long millis, Action action) {}
}
