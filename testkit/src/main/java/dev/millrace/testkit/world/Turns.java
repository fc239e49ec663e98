package dev.millrace.testkit.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Threads of which exactly one runs at a time. The one that runs goes through the events of the world. When something inside
 * an event has to wait, its thread stays there, and another goes on with the events; whoever ends the waiting passes the turn
 * back. Handing over is a full fence, so that what one thread did is seen by the next.
 */
final class Turns {
    private final World world;
    private final BooleanSupplier isOver;
    private final Runnable nextEvent;
    private final Deque<Carrier> resting = new ArrayDeque<>();
    private final List<Carrier> waiting = new ArrayList<>();
    private final List<Carrier> all = new ArrayList<>();
    private Turn outside;
    private boolean closed;

    /**
     * @param isOver whether no further event is due
     * @param nextEvent does what is due next; throws nothing
     */
    Turns(World world, BooleanSupplier isOver, Runnable nextEvent) {
        this.world = world;
        this.isOver = isOver;
        this.nextEvent = nextEvent;
    }

    /** The right to run, of one thread. */
    private static final class Turn {
        private final Thread thread;
        private volatile boolean given;

        Turn(Thread thread) {
            this.thread = thread;
        }

        void give() {
            given = true;
            LockSupport.unpark(thread);
        }

        void await() {
            while (!given) {
                LockSupport.park(this);
            }
            given = false;
        }
    }

    /** A thread of the world. */
    final class Carrier extends Thread {
        private final Turn turn = new Turn(this);
        /** The process that the event at hand belongs to. */
        Process process;

        Carrier(int number) {
            super("millrace-simulation-" + number);
            setDaemon(true);
        }

        World world() {
            return world;
        }

        @Override
        public void run() {
            turn.await();
            while (!closed) {
                if (isOver.getAsBoolean()) {
                    resting.push(this);
                    outside.give();
                    turn.await();
                } else {
                    nextEvent.run();
                }
            }
        }
    }

    /** Goes through the events until they are over, while the calling thread waits. */
    void run() {
        outside = new Turn(Thread.currentThread());
        passOn();
        outside.await();
    }

    private void passOn() {
        if (resting.isEmpty()) {
            Carrier fresh = new Carrier(all.size());
            all.add(fresh);
            fresh.start();
            fresh.turn.give();
        } else {
            resting.pop().turn.give();
        }
    }

    /** Stays here while others go on, until {@link #resume} is called with this thread. */
    void stay() {
        Carrier me = (Carrier) Thread.currentThread();
        if (closed) {
            throw new Abandoned();
        }
        waiting.add(me);
        passOn();
        me.turn.await();
        waiting.remove(me);
        if (closed) {
            throw new Abandoned();
        }
    }

    /** Lets a thread that stayed go on; the calling one rests until it is needed. */
    void resume(Carrier stayed) {
        Carrier me = (Carrier) Thread.currentThread();
        resting.push(me);
        stayed.turn.give();
        me.turn.await();
    }

    /** Ends all threads, one after the other. */
    void close() {
        closed = true;
        try {
            for (Carrier carrier : all) {
                carrier.turn.give();
                carrier.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
