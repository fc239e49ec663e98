package dev.millrace.stream.trial;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.element.Batch;
import dev.millrace.core.function.DistributedCache;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.memory.Memory;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.metric.OperatorMetricGroup;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Paced;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.time.Clock;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeSystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/**
 * Runs one operator in the test's own thread, on a serialized copy of its factory, with state, timers, mailbox and clock
 * of plain collections. Results are kept as they come; marks too, as text.
 */
public final class OperatorTrial<I, O> implements OperatorContext, Mailbox, Clock {

    /** A result. */
    public record Result<T>(T value, long timestamp) {}

    private record Alarm(long timeMillis, Action action) {}

    private final Operator<I, O> operator;
    private final List<KeySelector<?, ?>> keys;
    private final TrialKeys kept;
    private final Output<O> output = new Kept();
    private final List<Result<O>> results = new ArrayList<>();
    private final Map<String, List<Object>> side = new HashMap<>();
    private final List<String> marks = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final Map<String, Accumulator<?, ?>> accumulators = new LinkedHashMap<>();
    private final MetricTree metrics = MetricTree.root("trial");
    private long now;
    private int attempt;
    private OptionalLong restored = OptionalLong.empty();

    private OperatorTrial(OperatorFactory<I, O> factory, List<KeySelector<?, ?>> keys, TrialKeys kept) {
        this.operator = copy(factory).create();
        this.keys = keys;
        this.kept = kept;
    }

    /** An opened operator on a store, which may hold what another left, at an event time and a time of day. */
    static <I, O> OperatorTrial<I, O> on(
            OperatorFactory<I, O> factory, KeyedStore store, KeySelector<I, ?> key, long watermark, long time)
            throws Exception {
        OperatorTrial<I, O> trial = new OperatorTrial<>(factory, List.of(key), new TrialKeys.Stored(store, watermark));
        trial.now = time;
        trial.operator.open(trial, trial.output);
        return trial;
    }

    /** An opened operator; with keys when selectors are given, one for each input, null for one without. */
    public static <I, O> OperatorTrial<I, O> of(OperatorFactory<I, O> factory, KeySelector<?, ?>... keys)
            throws Exception {
        return restored(factory, null, keys);
    }

    /** An operator opened on what another wrote. */
    public static <I, O> OperatorTrial<I, O> restored(
            OperatorFactory<I, O> factory, TrialSnapshot snapshot, KeySelector<?, ?>... keys) throws Exception {
        OperatorTrial<I, O> trial = new OperatorTrial<>(factory, Arrays.asList(keys), TrialKeys.Plain.empty());
        if (snapshot != null) {
            trial.attempt = 1;
            trial.restored = OptionalLong.of(snapshot.checkpointId());
            trial.operator.restore(snapshot);
        }
        trial.operator.open(trial, trial.output);
        return trial;
    }

    /** A copy by Java serialization. */
    @SuppressWarnings("unchecked") // a copy is of the same class
    public static <T> T copy(T value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    public OperatorTrial<I, O> record(I value) throws Exception {
        return record(value, Batch.NO_TIMESTAMP);
    }

    public OperatorTrial<I, O> record(I value, long timestamp) throws Exception {
        return record(0, value, timestamp);
    }

    @SuppressWarnings("unchecked") // the test gives selectors of its inputs
    public OperatorTrial<I, O> record(int input, I value, long timestamp) throws Exception {
        if (!keys.isEmpty() && keys.get(input) != null) {
            kept.state().useKey(((KeySelector<Object, Object>) keys.get(input)).getKey(value));
        }
        operator.onRecord(input, value, timestamp);
        return this;
    }

    /** Moves event time, fires its timers in order, and hands the watermark on. */
    public OperatorTrial<I, O> watermark(long timestamp) throws Exception {
        kept.watermark(timestamp);
        fire(Timer.Domain.EVENT_TIME, timestamp);
        operator.onWatermark(timestamp);
        return this;
    }

    /** Moves the clock; alarms come at their time, timers when their millisecond has passed. */
    public OperatorTrial<I, O> time(long millis) throws Exception {
        for (Alarm next = nextAlarm(millis); next != null; next = nextAlarm(millis)) {
            alarms.remove(next);
            now = Math.max(now, next.timeMillis());
            next.action().run();
        }
        now = millis;
        fire(Timer.Domain.PROCESSING_TIME, millis - 1);
        return this;
    }

    private Alarm nextAlarm(long until) {
        return alarms.stream()
                .filter(alarm -> alarm.timeMillis() <= until)
                .min(Comparator.comparingLong(Alarm::timeMillis))
                .orElse(null);
    }

    private void fire(Timer.Domain domain, long time) throws Exception {
        for (Timer timer = kept.poll(domain, time); timer != null; timer = kept.poll(domain, time)) {
            kept.state().useKey(timer.key());
            operator.onTimer(timer);
        }
    }

    public OperatorTrial<I, O> idle(boolean idle) throws Exception {
        operator.onIdle(idle, output);
        return this;
    }

    /** Ends the data. */
    public OperatorTrial<I, O> finish() throws Exception {
        while (!operator.finish()) {
            time(now + 1_000);
        }
        return this;
    }

    /** Takes the operator's own state at a barrier. */
    public TrialSnapshot snapshot(long checkpointId) throws Exception {
        TrialSnapshot snapshot = new TrialSnapshot(checkpointId);
        operator.beforeBarrier(checkpointId);
        operator.snapshot(checkpointId, snapshot);
        return snapshot;
    }

    public OperatorTrial<I, O> complete(long checkpointId) throws Exception {
        ((CommitListener) operator).onComplete(checkpointId);
        return this;
    }

    public void close() throws Exception {
        operator.close();
    }

    /** The values emitted so far, in order. */
    public List<O> values() {
        return results.stream().map(Result::value).toList();
    }

    /** The values emitted so far with their timestamps, in order. */
    public List<Result<O>> results() {
        return List.copyOf(results);
    }

    /** What went to a side output. */
    public List<Object> side(OutputTag<?> tag) {
        return side.getOrDefault(tag.getId(), List.of());
    }

    /** Watermarks and changes of idleness, in order. */
    public List<String> marks() {
        return List.copyOf(marks);
    }

    /** Values, watermarks and changes of idleness, in the order in which they were emitted. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Whether the operator takes a record now. */
    public boolean ready() {
        return !(operator instanceof Paced paced) || paced.ready();
    }

    /** How many states and timers there are. */
    public int kept() {
        return kept.size();
    }

    @Override
    public JobInfo job() {
        return new JobInfo("0123456789abcdef0123456789abcdef", "trial");
    }

    @Override
    public TaskInfo task() {
        return new TaskInfo("trial", 128, 0, 1, attempt);
    }

    @Override
    public String name() {
        return "trial";
    }

    @Override
    public KeyedState state() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("operator 'trial' has no keys");
        }
        return kept.state();
    }

    @Override
    public Timers timers() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("operator 'trial' has no keys");
        }
        return kept.timers();
    }

    @Override
    public OptionalLong restoredCheckpoint() {
        return restored;
    }

    @Override
    public long currentWatermark() {
        return kept.timers().currentWatermark();
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public long millis() {
        return now;
    }

    @Override
    public long nanos() {
        return now * 1_000_000;
    }

    @Override
    public Mailbox mailbox() {
        return this;
    }

    @Override
    public void execute(Action action) {
        alarms.add(new Alarm(now, action));
    }

    @Override
    public void at(long timeMillis, Action action) {
        alarms.add(new Alarm(timeMillis, action));
    }

    @Override
    public Executor background() {
        return Runnable::run;
    }

    @Override
    public Memory memory() {
        throw new UnsupportedOperationException("trials have no memory budget");
    }

    @Override
    public OperatorMetricGroup metrics() {
        return metrics;
    }

    @Override
    public TypeSystem types() {
        return TypeSystem.create(userClasses());
    }

    @Override
    public ClassLoader userClasses() {
        return getClass().getClassLoader();
    }

    @Override
    public Map<String, String> globalParameters() {
        return Map.of("mode", "trial");
    }

    @Override
    public DistributedCache cachedFiles() {
        return new DistributedCache(Map.of());
    }

    @Override
    public boolean objectReuse() {
        return false;
    }

    @Override
    public void accumulator(String name, Accumulator<?, ?> accumulator) {
        accumulators.put(name, accumulator);
    }

    @Override
    public Accumulator<?, ?> accumulator(String name) {
        return accumulators.get(name);
    }

    @Override
    public void report(String channel, byte[] bytes) {
        throw new UnsupportedOperationException("trials report to nobody");
    }

    /** Keeps what is emitted. */
    private final class Kept implements Output<O> {

        @Override
        public void emit(O value, long timestamp) {
            results.add(new Result<>(value, timestamp));
            log.add(String.valueOf(value));
        }

        @Override
        public <T> void emit(OutputTag<T> tag, T value, long timestamp) {
            side.computeIfAbsent(tag.getId(), id -> new ArrayList<>()).add(value);
        }

        @Override
        public void emitAll(Cursor<O> values) {
            try {
                while (values.advance()) {
                    emit(values.value(), values.timestamp());
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void watermark(long timestamp) {
            marks.add("W" + timestamp);
            log.add("W" + timestamp);
        }

        @Override
        public void idle(boolean idle) {
            marks.add(idle ? "idle" : "active");
            log.add(idle ? "idle" : "active");
        }
    }
}
