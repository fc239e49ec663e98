package dev.millrace.testkit.known;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.custom.CustomOperator;
import dev.millrace.stream.custom.StreamOperator;
import dev.millrace.stream.custom.StreamRecord;
import dev.millrace.testkit.stand.GivenSource;
import dev.millrace.testkit.stand.Hand;
import dev.millrace.testkit.stand.HandClock;
import dev.millrace.testkit.stand.Stand;
import dev.millrace.testkit.stand.Substitutes;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Drives an operator by hand: {@code open}, then records, watermarks and time; what comes out lies in {@link #getOutput}.
 * The operator runs in one instance.
 */
@ModelApi
public abstract class AbstractStreamOperatorTestHarness<OUT> implements AutoCloseable {
    /** The name of the operator in the program. */
    static final String UNDER_TEST = "under test";

    /** How far the clock of the tasks is ahead of the harness's. */
    static final long AHEAD_MILLIS = 1;

    private static final String INPUT = "input ";
    private static final long MEMORY_BYTES = 1L << 30;

    private final StreamOperator<OUT> operator;
    private final boolean keyed;
    private final StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    private final HandClock clock = new HandClock(AHEAD_MILLIS);
    private final Observed observed = new Observed();
    private final List<Hand<Object>> hands = new ArrayList<>();
    private FileSystem files = new SimulatedDisk(new SplittableRandom(0)).of(new World(0, null).process("harness"));
    private String restore;
    private Stand stand;

    AbstractStreamOperatorTestHarness(StreamOperator<OUT> operator, boolean keyed) {
        this.operator = operator;
        this.keyed = keyed;
        environment.setParallelism(1);
    }

    /** An input of the program around the operator. */
    <T> DataStream<T> input() {
        String name = INPUT + hands.size();
        hands.add(new Hand<>());
        return environment.fromSource(new GivenSource<T>(null), WatermarkStrategy.noWatermarks(), name);
    }

    /** Puts something in the operator's place behind its inputs; it never runs and need not travel. */
    abstract SingleOutputStreamOperator<OUT> program();

    /** What the operator is told of how it is executed; to be changed before {@link #open}. */
    public ExecutionConfig getExecutionConfig() {
        return environment.getConfig();
    }

    /** Nothing has to be done before {@link #open}. */
    public void setup() {}

    /** Nothing has to be done before {@link #open}; values are passed as they are. */
    public void setup(TypeSerializer<OUT> outputSerializer) {}

    /** Starts without state, as {@link #open} does anyway. */
    public void initializeEmptyState() {}

    /** Lets {@link #open} start from a snapshot. */
    public void initializeState(OperatorSubtaskState state) {
        files = state.files();
        restore = state.path();
        observed.timers().addAll(state.timers());
        observed.states().addAll(state.states());
    }

    /** Opens the operator. */
    public void open() throws Exception {
        program().sinkTo(new DiscardingSink<>());
        Substitutes substitutes = new Substitutes(
                source -> new GivenSource<>(hands.get(Integer.parseInt(source.substring(INPUT.length())))),
                node -> node.name().equals(UNDER_TEST)
                        ? observed.factory(CustomOperator.factory(operator, keyed))
                        : null);
        SteppedHost host = new SteppedHost(clock, new MemoryChannels(), new MemoryBudget(MEMORY_BYTES), 1);
        stand = new Stand(environment.getJobGraph("harness"), substitutes::in, host, clock, files);
        stand.deploy(restore);
        stand.go();
    }

    private Stand opened() {
        if (stand == null) {
            throw new IllegalStateException("the harness was not opened; call open() first");
        }
        return stand;
    }

    void push(int input, StreamRecord<?> element) {
        Object value = element.getValue();
        long timestamp = element.getTimestamp();
        boolean timed = element.hasTimestamp();
        hands.get(input).tell(output -> {
            if (timed) {
                output.collect(value, timestamp);
            } else {
                output.collect(value);
            }
        });
        opened().go();
    }

    void watermark(int input, long timestamp) {
        hands.get(input).tell(output -> output.emitWatermark(new dev.millrace.core.eventtime.Watermark(timestamp)));
        opened().go();
    }

    /** The input ends: event time comes to its end, and the operator finishes. */
    public void endInput() throws Exception {
        hands.forEach(Hand::end);
        opened().go();
    }

    /** Moves the clock; timers of the clock that are due fire. */
    public void setProcessingTime(long time) throws Exception {
        clock.advance(time - getProcessingTime());
        if (stand != null) {
            stand.go();
        }
    }

    /** The time of the clock, milliseconds; 0 at the start. */
    public long getProcessingTime() {
        return clock.millis() - AHEAD_MILLIS;
    }

    /** Takes a snapshot; everything goes on as it was. */
    public OperatorSubtaskState snapshot(long checkpointId, long timestamp) throws Exception {
        String path = opened().checkpoint(checkpointId);
        return new OperatorSubtaskState(files, path, List.copyOf(observed.timers()), List.copyOf(observed.states()));
    }

    /** What has come out: {@link StreamRecord}s and watermarks, in order. */
    public ConcurrentLinkedQueue<Object> getOutput() {
        return observed.output();
    }

    /** What has come out of a side output. */
    @SuppressWarnings("unchecked") // what is emitted to a tag is of its type
    public <X> ConcurrentLinkedQueue<StreamRecord<X>> getSideOutput(OutputTag<X> tag) {
        return (ConcurrentLinkedQueue<StreamRecord<X>>) (ConcurrentLinkedQueue<?>) observed.side(tag.getId());
    }

    /** The records that have come out, without watermarks. */
    @SuppressWarnings("unchecked") // the operator emits values of its type
    public List<StreamRecord<? extends OUT>> extractOutputStreamRecords() {
        List<StreamRecord<? extends OUT>> records = new ArrayList<>();
        for (Object element : getOutput()) {
            if (element instanceof StreamRecord<?> record) {
                records.add((StreamRecord<OUT>) record);
            }
        }
        return records;
    }

    /** The values that have come out. */
    public List<OUT> extractOutputValues() {
        List<OUT> values = new ArrayList<>();
        extractOutputStreamRecords().forEach(record -> values.add(record.getValue()));
        return values;
    }

    /** How many timers of event time have not fired. */
    public int numEventTimeTimers() {
        return count(Timer.Domain.EVENT_TIME);
    }

    /** How many timers of the clock have not fired. */
    public int numProcessingTimeTimers() {
        return count(Timer.Domain.PROCESSING_TIME);
    }

    private int count(Timer.Domain domain) {
        return (int) observed.timers().stream()
                .filter(timer -> timer.domain() == domain)
                .count();
    }

    /** How many values there are in keyed state: keys of each state that hold something. */
    public int numKeyedStateEntries() {
        return observed.entries();
    }

    public StreamOperator<OUT> getOperator() {
        return operator;
    }

    @Override
    public void close() {
        if (stand != null) {
            stand.close();
        }
    }
}
