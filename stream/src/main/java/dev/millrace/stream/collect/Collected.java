package dev.millrace.stream.collect;

import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.option.CheckpointConfig;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The records of a stream in the program that submitted the job, in the order of each instance. Reports come in on the
 * engine's thread, the program takes records out on its own; records not yet taken wait on the heap.
 *
 * @param <T> the records
 */
public final class Collected<T> implements CloseableIterator<T> {

    private static final Object END = new Object();

    private record Failure(Throwable cause) {}

    private final String channel;
    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final Map<Integer, Long> received = new HashMap<>();
    private final TypeSystem types;
    private volatile JobHandle job;
    private Object next;

    /**
     * @param channel tells the collected streams of a job apart
     */
    public Collected(String channel, ClassLoader userClasses) {
        this.channel = channel;
        this.types = TypeSystem.create(userClasses);
    }

    /**
     * The operator that sends records to {@link Collected} objects of the same channel.
     *
     * @param checkpoints says whether there are checkpoints; read when the job is submitted
     */
    public static <T> OperatorFactory<T, Void> operator(String channel, CheckpointConfig checkpoints) {
        return () -> new CollectOperator<>(channel, checkpoints.isCheckpointingEnabled());
    }

    /** Begins to take in what the job reports. */
    public void attach(JobHandle submitted) {
        job = submitted;
        submitted.onReport(channel, this::receive);
        submitted.end().whenComplete((end, failure) -> arrived.add(failure == null ? END : new Failure(failure)));
    }

    private void receive(JobHandle.Report report) {
        try {
            CollectReport part = CollectReport.decoded(report.bytes(), types);
            long expected = received.getOrDefault(part.instance(), 0L);
            if (!part.exact() && report.attempt() > 0 && part.first() < expected) {
                throw new IllegalStateException("the job was restarted without checkpoints after results had been"
                        + " handed out; turn checkpoints on, or restarts off");
            }
            int known = (int) Math.min(part.records().size(), Math.max(0, expected - part.first()));
            arrived.addAll(part.records().subList(known, part.records().size()));
            received.put(
                    part.instance(),
                    Math.max(expected, part.first() + part.records().size()));
        } catch (IOException | RuntimeException e) {
            arrived.add(new Failure(e));
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            if (job == null) {
                throw new IllegalStateException("the job has not been started; call execute() or executeAsync() first");
            }
            try {
                next = arrived.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for results", e);
            }
        }
        if (next instanceof Failure failure) {
            throw new IllegalStateException("the job failed: " + failure.cause().getMessage(), failure.cause());
        }
        return next != END;
    }

    @Override
    @SuppressWarnings("unchecked") // only records of the stream are sent
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream has ended");
        }
        T taken = (T) next;
        next = null;
        return taken;
    }

    /** Cancels the job unless it has ended. */
    @Override
    public void close() {
        JobHandle running = job;
        if (running != null && !running.end().isDone()) {
            running.cancel().join();
        }
    }
}
