package dev.millrace.stream.collect;

import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.option.CheckpointConfig;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The records of a stream in the program that submitted the job, in the order of each instance. Reports come in on the
 * engine's thread, the program takes records out on its own. Records not yet taken wait on the heap: the operator is told
 * how far the program has come, and sends no more than its bounds ahead of it.
 *
 * @param <T> the records
 */
public final class Collected<T> implements CloseableIterator<T> {

    private static final Object END = new Object();

    private record Failure(Throwable cause) {}

    /** Records of a report that have not come before, with the position behind them. */
    private record Part(JobHandle.Report report, int instance, List<Object> records, long end) {}

    private final String channel;
    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final Map<Integer, Long> received = new HashMap<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private final Map<Integer, Long> read = new ConcurrentHashMap<>();
    private final TypeSystem types;
    private volatile JobHandle job;
    private volatile boolean closed;
    private Part part;
    private Iterator<Object> ofPart = Collections.emptyIterator();
    private Object last;

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

    /** The same for a job whose only checkpoint comes at its end. */
    public static <T> OperatorFactory<T, Void> operatorInBatch(String channel) {
        return () -> new CollectOperator<>(channel, true);
    }

    /** Begins to take in what the job reports. */
    public void attach(JobHandle submitted) {
        job = submitted;
        submitted.onReport(channel, this::receive);
        submitted.end().whenComplete((end, failure) -> arrived.add(failure == null ? END : new Failure(failure)));
    }

    private void receive(JobHandle.Report report) {
        if (closed) {
            return;
        }
        try {
            CollectReport told = CollectReport.decoded(report.bytes(), types);
            int instance = told.instance();
            long expected = received.getOrDefault(instance, 0L);
            if (!told.exact() && report.attempt() > 0 && told.first() < expected) {
                throw new IllegalStateException("the job was restarted without checkpoints after results had been"
                        + " handed out; turn checkpoints on, or restarts off");
            }
            int known = (int) Math.min(told.records().size(), Math.max(0, expected - told.first()));
            if (known < told.records().size()) {
                List<Object> fresh =
                        told.records().subList(known, told.records().size());
                arrived.add(new Part(report, instance, fresh, told.end()));
                received.put(instance, told.end());
            }
            Integer before = attempts.put(instance, report.attempt());
            if (before != null && before != report.attempt()) {
                tell(report, instance); // it cannot know what of an attempt before it is still unread here
            }
        } catch (IOException | RuntimeException e) {
            arrived.add(new Failure(e));
        }
    }

    private void tell(JobHandle.Report report, int instance) {
        if (instance == report.instance()) {
            job.taken(report, read.getOrDefault(instance, 0L));
        }
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        if (job == null) {
            throw new IllegalStateException("the job has not been started; call execute() or executeAsync() first");
        }
        while (!ofPart.hasNext() && last == null) {
            Object came = take();
            if (came instanceof Part next) {
                part = next;
                ofPart = next.records().iterator();
            } else {
                last = came;
            }
        }
        if (last instanceof Failure failure) {
            throw new IllegalStateException("the job failed: " + failure.cause().getMessage(), failure.cause());
        }
        return last == null;
    }

    private Object take() {
        try {
            return arrived.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for results", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // only records of the stream are sent
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream has ended");
        }
        T taken = (T) ofPart.next();
        if (!ofPart.hasNext()) {
            read.put(part.instance(), part.end());
            tell(part.report(), part.instance());
        }
        return taken;
    }

    /** Cancels the job unless it has ended; what has not been taken out is dropped. */
    @Override
    public void close() {
        closed = true;
        arrived.clear();
        JobHandle running = job;
        if (running != null && !running.end().isDone()) {
            running.cancel().join();
        }
    }
}
