package dev.millrace.testkit.world;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Time that passes from event to event, and chance that follows from a seed. Whatever happens is an event: it has a moment
 * and a process, and events of one moment happen in the order in which they were planned. An event may wait inside; others
 * happen meanwhile.
 */
public final class World implements AutoCloseable {
    private final SplittableRandom random;
    private final Trace trace;
    private final Turns turns = new Turns(this, this::isOver, this::nextEvent);
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atNanos).thenComparingLong(Event::number));
    private final Map<String, Object> shared = new TreeMap<>();
    private final Map<Incident, Long> incidents = new EnumMap<>(Incident.class);
    private long nowNanos;
    private long planned;
    private long endNanos;
    private BooleanSupplier until;
    private Throwable failure;

    private record Event(long atNanos, long number, Process process, Runnable action) {}

    /**
     * @param reader gets a line for each thing that happens; null when nobody reads
     */
    public World(long seed, Consumer<String> reader) {
        this.random = new SplittableRandom(seed);
        this.trace = new Trace(reader);
    }

    /** The world that the calling code is run by. */
    public static World current() {
        if (Thread.currentThread() instanceof Turns.Carrier carrier) {
            return carrier.world();
        }
        throw new IllegalStateException("thread " + Thread.currentThread().getName()
                + " belongs to no simulated world; call this from code that a simulation runs");
    }

    /** The process that the calling code belongs to. */
    public Process currentProcess() {
        return ((Turns.Carrier) Thread.currentThread()).process;
    }

    /** Where all chance comes from. */
    public SplittableRandom random() {
        return random;
    }

    public Trace trace() {
        return trace;
    }

    public long nowNanos() {
        return nowNanos;
    }

    public long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(nowNanos);
    }

    /** A moment passes inside an event; answers the time after it. Whoever looks at the clock in a loop sees it move. */
    public long look() {
        return ++nowNanos;
    }

    /** Something happened. */
    public void note(String who, String what, long number) {
        trace.note(nowNanos, who, what, number);
    }

    /** Counts something that befell this world. */
    public void befell(Incident incident) {
        incidents.merge(incident, 1L, Long::sum);
    }

    /** How often each thing has befallen this world; what never did is left out. */
    public Map<Incident, Long> incidents() {
        return new EnumMap<>(incidents);
    }

    /** Tells whoever reads the trace more about what was noted last; it is no part of the trace's hash. */
    public void explain(Supplier<String> words) {
        trace.explain(words);
    }

    /** The one object of a kind that everything in this world shares; made when it is first asked for. */
    public <T> T shared(Class<T> kind, Supplier<T> maker) {
        return kind.cast(shared.computeIfAbsent(kind.getName(), name -> maker.get()));
    }

    /** A new process. */
    public Process process(String name) {
        return new Process(this, name);
    }

    void plan(long delayNanos, Process process, Runnable action) {
        events.add(new Event(nowNanos + delayNanos, planned++, process, action));
    }

    /** The calling thread, for {@link #resume}. */
    public Thread here() {
        return Thread.currentThread();
    }

    /** Waits inside an event until {@link #resume} is called with the thread; other events happen meanwhile. */
    public void stay() {
        Turns.Carrier me = (Turns.Carrier) Thread.currentThread();
        Process process = me.process;
        turns.stay();
        me.process = process;
    }

    /** Lets what stayed go on; returns when that waits again or has ended. Called inside an event of the same process. */
    public void resume(Thread stayed) {
        turns.resume((Turns.Carrier) stayed);
    }

    /** Lets time pass inside an event; other events happen meanwhile. If its process dies it never returns. */
    public void pause(long nanos) {
        Thread here = here();
        ((Turns.Carrier) here).process.after(nanos, () -> resume(here));
        stay();
    }

    /** Lets time pass until something holds; false when it does not within the time, or nothing happens any more. */
    public boolean run(long limitMillis, BooleanSupplier condition) {
        until = condition;
        endNanos = nowNanos + TimeUnit.MILLISECONDS.toNanos(limitMillis);
        turns.run();
        if (failure != null) {
            Error broken = failure instanceof Error error
                    ? error
                    : new AssertionError("the simulation broke: " + failure, failure);
            throw broken;
        }
        if (condition.getAsBoolean()) {
            return true;
        }
        nowNanos = Math.max(nowNanos, endNanos);
        return false;
    }

    private boolean isOver() {
        return failure != null || until.getAsBoolean() || events.isEmpty() || events.peek().atNanos > endNanos;
    }

    private void nextEvent() {
        Event next = events.poll();
        nowNanos = Math.max(nowNanos, next.atNanos);
        if (!next.process.isAlive()) {
            return;
        }
        ((Turns.Carrier) Thread.currentThread()).process = next.process;
        try {
            next.action.run();
        } catch (Abandoned over) {
            return; // the world ends, and this with it
        } catch (Throwable broken) {
            fail(broken);
        }
    }

    /** Ends the run: something that must not happen has happened. */
    public void fail(Throwable broken) {
        if (failure == null) {
            failure = broken;
        }
    }

    /** Ends the world: what waits inside it is abandoned. */
    @Override
    public void close() {
        turns.close();
    }
}
