package dev.millrace.stream.source;

import java.util.concurrent.Executor;

/**
 * Holds the checkpoint lock for the task, whose own thread must not wait for it: a thread that may wait takes the lock,
 * wakes the task, and keeps the lock until the task lets it go.
 */
final class LockHolder {

    private enum State {
        FREE,
        WANTED,
        HELD
    }

    private final Object lock;
    private final Executor waiting;
    private final Runnable wake;
    private State state = State.FREE;

    /**
     * @param lock what user code synchronizes on
     * @param waiting gives a thread that may wait
     * @param wake makes the task ready
     */
    LockHolder(Object lock, Executor waiting, Runnable wake) {
        this.lock = lock;
        this.waiting = waiting;
        this.wake = wake;
    }

    /** Whether the lock is held for the task; asks for it when not. The task's thread. */
    boolean isHeld() {
        synchronized (this) {
            if (state != State.FREE) {
                return state == State.HELD;
            }
            state = State.WANTED;
        }
        waiting.execute(this::hold);
        return false;
    }

    private void hold() {
        synchronized (lock) {
            synchronized (this) {
                if (state != State.WANTED) {
                    return; // it was let go before it was had
                }
                state = State.HELD;
                notifyAll();
            }
            wake.run();
            awaitWhile(State.HELD);
        }
    }

    /** Lets the lock go, had or wanted. Any thread. */
    synchronized void release() {
        state = State.FREE;
        notifyAll();
    }

    /**
     * Lets the task have the lock first; a thread in a tight loop would take it again and again before anybody else.
     * Called without the lock.
     */
    void giveWay() {
        awaitWhile(State.WANTED);
    }

    private synchronized void awaitWhile(State passing) {
        boolean interrupted = false;
        while (state == passing) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // the state changes all the same: whoever interrupts releases
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
