package dev.millrace.stream.async;

import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Paced;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.stream.operator.Emitter;
import dev.millrace.stream.operator.FunctionOperator;
import dev.millrace.stream.operator.UserFunction;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a request for each record and emits results as answers come. Records whose results have not gone on are part of a
 * snapshot; after a restore their requests are made again.
 */
final class AsyncOperator<I, O> implements FunctionOperator<I, O>, Paced, Pending.Exit<I, O> {

    private static final String REQUESTS = "requests";
    private static final String WATERMARK = "watermark";

    /** A record that waited when a snapshot was taken. */
    record Waiting(Object value, long timestamp) implements Serializable {}

    private final AsyncSpec<I, O> spec;
    private final UserFunction life;
    private final Pending<I, O> pending;
    private final Set<Request<I, O>> deadlines = new LinkedHashSet<>();
    private List<Waiting> restored = List.of();
    private long restoredWatermark = Long.MIN_VALUE;
    private long watermark = Long.MIN_VALUE;
    private int inFlight;
    private boolean isAlarmSet;
    private OperatorContext context;
    private Output<O> output;
    private Emitter<O> emitter;

    AsyncOperator(AsyncSpec<I, O> spec) {
        this.spec = spec;
        this.life = new UserFunction(spec.function());
        this.pending = spec.ordered() ? new InOrder<>() : new AsAnswered<>();
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void restore(SnapshotReader reader) throws IOException {
        life.restore(reader);
        restored = reader.items(REQUESTS);
        List<Long> watermarks = reader.items(WATERMARK);
        restoredWatermark = watermarks.stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    }

    @Override
    @SuppressWarnings("unchecked") // what waited were records of this input
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.context = context;
        this.output = output;
        emitter = Emitter.to(output);
        life.open(context);
        for (Waiting waiting : restored) {
            ask((I) waiting.value(), waiting.timestamp());
        }
        if (restoredWatermark != Long.MIN_VALUE) {
            context.mailbox().execute(() -> onWatermark(restoredWatermark));
        }
    }

    @Override
    public boolean ready() {
        return inFlight < spec.capacity();
    }

    @Override
    public boolean isPending() {
        return inFlight > 0;
    }

    @Override
    public void onRecord(int input, I value, long timestamp) throws Exception {
        ask(value, timestamp);
    }

    private void ask(I value, long timestamp) throws Exception {
        long deadline = context.clock().millis() + spec.timeoutMillis();
        Request<I, O> request = new Request<>(value, timestamp, deadline);
        inFlight++;
        pending.add(request);
        if (spec.timeoutMillis() > 0) {
            deadlines.add(request);
            if (!isAlarmSet) {
                isAlarmSet = true;
                context.mailbox().at(deadline, this::timeOut);
            }
        }
        send(request);
    }

    private void send(Request<I, O> request) throws Exception {
        request.sent();
        spec.function().asyncInvoke(request.value(), answerTo(request));
    }

    private Answer<O> answerTo(Request<I, O> request) {
        boolean ofTimeout = request.isTimedOut();
        return new Answer<>(results -> context.mailbox().execute(() -> take(request, results, ofTimeout)));
    }

    /**
     * @param ofTimeout whether the function said so because the request's time was over
     */
    private void take(Request<I, O> request, CollectionSupplier<O> supplier, boolean ofTimeout) throws Exception {
        if (request.isDone()) {
            return; // another answer was faster
        }
        Collection<O> results = null;
        Throwable error = null;
        try {
            results = supplier.get();
        } catch (Answer.Failure failure) {
            error = failure.getCause();
        } catch (Exception e) {
            error = e;
        }
        if (error == null && results == null) {
            error = new NullPointerException("the request was completed with null; give an empty list for no results");
        }
        if (error != null && request.isTimedOut() && !ofTimeout) {
            return; // once the time is over, an attempt that fails says nothing; what the function makes of it is on
            // its way
        }
        if (wantsRetry(request, results, error)) {
            long pause = spec.retries().getBackoffTimeMillis(request.attempts());
            context.mailbox().at(context.clock().millis() + pause, () -> sendAgain(request));
        } else if (error != null) {
            throw new IllegalStateException(
                    "the request of operator '" + context.name() + "' for " + request.value() + " failed: " + error,
                    error);
        } else {
            request.done(results);
            deadlines.remove(request);
            pending.answered(request);
            pending.release(this);
        }
    }

    private boolean wantsRetry(Request<I, O> request, Collection<O> results, Throwable error) {
        if (request.isTimedOut() || !spec.retries().canRetry(request.attempts())) {
            return false;
        }
        AsyncRetryPredicate<O> conditions = spec.retries().getRetryPredicate();
        Optional<Predicate<Throwable>> ofErrors = conditions.exceptionPredicate();
        Optional<Predicate<Collection<O>>> ofResults = conditions.resultPredicate();
        return error == null
                ? ofResults.isPresent() && ofResults.get().test(results)
                : ofErrors.isPresent() && ofErrors.get().test(error);
    }

    private void sendAgain(Request<I, O> request) throws Exception {
        if (!request.isDone() && !request.isTimedOut()) {
            send(request);
        }
    }

    /** One alarm serves all requests: their time is over in the order in which they began. */
    private void timeOut() throws Exception {
        long now = context.clock().millis();
        Iterator<Request<I, O>> oldest = deadlines.iterator();
        while (oldest.hasNext()) {
            Request<I, O> request = oldest.next();
            if (request.deadlineMillis() > now) {
                context.mailbox().at(request.deadlineMillis(), this::timeOut);
                return;
            }
            oldest.remove();
            request.timedOut();
            spec.function().timeout(request.value(), answerTo(request));
        }
        isAlarmSet = false;
    }

    @Override
    public void go(Request<I, O> request) {
        inFlight--;
        emitter.at(request.timestamp());
        for (O result : request.results()) {
            emitter.collect(result);
        }
    }

    @Override
    public void go(Pending.Mark mark) {
        if (mark instanceof Pending.Watermark passed) {
            output.watermark(passed.timestamp());
        } else if (mark instanceof Pending.Idle idleness) {
            output.idle(idleness.idle());
        }
    }

    @Override
    public void onWatermark(long timestamp) {
        watermark = Math.max(watermark, timestamp);
        pending.add(new Pending.Watermark(timestamp));
        pending.release(this);
    }

    @Override
    public void onIdle(boolean idle, Output<O> itsOutput) {
        pending.add(new Pending.Idle(idle));
        pending.release(this);
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        life.snapshot(checkpointId, writer);
        List<Waiting> waiting = new ArrayList<>();
        for (Request<I, O> request : pending.requests()) {
            waiting.add(new Waiting(request.value(), request.timestamp()));
        }
        writer.list(REQUESTS, waiting);
        writer.union(WATERMARK, List.of(watermark));
    }

    @Override
    public boolean finish() {
        return inFlight == 0;
    }
}
