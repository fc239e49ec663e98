package dev.millrace.core.plan;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.Source;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * One operator or source while a program is being written: what the fluent APIs fill in, call by call, and what
 * {@link JobGraphBuilder} makes a job graph from. Owned by the thread that writes the program.
 */
public final class Step {

    /** Whether an operator may run in one task with its neighbours. */
    public enum Chaining {
        /** With the one before and those after. */
        ALWAYS,
        /** With those after only. */
        HEAD,
        /** Alone. */
        NEVER
    }

    /**
     * What a step reads.
     *
     * @param from the step that emits
     * @param tag the side output, or null for the main one
     * @param exchange how records travel, or null for forward where the parallelism allows it and round robin elsewhere
     * @param input the number of the reading operator's input
     */
    public record Input(Step from, OutputTag<?> tag, Exchange exchange, int input) {}

    private final String kind;
    private final Source<?, ?, ?> source;
    private final WatermarkStrategy<?> watermarks;
    private final OperatorFactory<?, ?> factory;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Input> feedbacks = new ArrayList<>();
    private List<KeySelector<?, ?>> keys = List.of();
    private String name;
    private String uid;
    private String uidHash;
    private int parallelism;
    private int maxParallelism;
    private String slotSharingGroup;
    private Chaining chaining = Chaining.ALWAYS;
    private long bufferTimeoutMillis = 100;
    private boolean stateful;
    private boolean emitsFresh;
    private boolean loopHead;
    private boolean broadcastFirst;
    private OperatorFactory<?, ?> batchFactory;

    private Step(String kind, Source<?, ?, ?> source, WatermarkStrategy<?> watermarks, OperatorFactory<?, ?> factory) {
        this.kind = kind;
        this.name = kind;
        this.source = source;
        this.watermarks = watermarks;
        this.factory = factory;
    }

    /**
     * A source.
     *
     * @param kind the sort of step in words that stay the same from version to version; default ids rest on it
     */
    public static Step source(String kind, Source<?, ?, ?> source, WatermarkStrategy<?> watermarks) {
        Step step = new Step(kind, source, watermarks, null);
        step.stateful = true;
        step.emitsFresh = true;
        return step;
    }

    /**
     * An operator.
     *
     * @param kind the sort of step in words that stay the same from version to version; default ids rest on it
     */
    public static Step operator(String kind, OperatorFactory<?, ?> factory) {
        return new Step(kind, null, null, factory);
    }

    /** Adds something to read. */
    public Step reads(Step from, OutputTag<?> tag, Exchange exchange, int input) {
        inputs.add(new Input(from, tag, exchange, input));
        return this;
    }

    /** Makes the step the head of a loop, which {@link #readsBack} closes; it has a task of its own with those after it. */
    public Step loopHead() {
        this.loopHead = true;
        this.stateful = true;
        return this;
    }

    /** Adds something to read that comes after this step: a back edge of the loop that it heads. */
    public Step readsBack(Step from, OutputTag<?> tag, Exchange exchange, int input) {
        feedbacks.add(new Input(from, tag, exchange, input));
        return this;
    }

    /** Gives the operator keyed state: the key of each input in order, null for an input without keys. */
    public Step keyedBy(List<KeySelector<?, ?>> selectors) {
        this.keys = new ArrayList<>(selectors);
        this.stateful = true;
        return this;
    }

    /** Says that the operator keeps state of its own; operators without state do not take part in default ids. */
    public Step stateful() {
        this.stateful = true;
        return this;
    }

    /** Says that every value emitted is new or immutable, so that it need not be copied. */
    public Step emitsFresh() {
        this.emitsFresh = true;
        return this;
    }

    /**
     * Says what runs instead in batch. It takes the keys of its records in any order, so that they need not be gathered.
     */
    public Step inBatch(OperatorFactory<?, ?> newBatchFactory) {
        this.batchFactory = newBatchFactory;
        return this;
    }

    /** Says that the inputs but the first one come before it in batch. */
    public Step broadcastFirst() {
        this.broadcastFirst = true;
        return this;
    }

    public Step name(String newName) {
        this.name = newName;
        return this;
    }

    public Step uid(String newUid) {
        this.uid = newUid;
        return this;
    }

    /** Sets the id itself, 32 hexadecimal digits. */
    public Step uidHash(String newUidHash) {
        this.uidHash = newUidHash;
        return this;
    }

    public Step parallelism(int newParallelism) {
        if (newParallelism < 1) {
            throw new IllegalArgumentException("parallelism of " + name + " must be at least 1, not " + newParallelism);
        }
        this.parallelism = newParallelism;
        return this;
    }

    /** Sets the number of key groups; 0 stands for the default. */
    public Step maxParallelism(int newMaxParallelism) {
        if (newMaxParallelism < 0 || newMaxParallelism > JobGraphBuilder.MAX_PARALLELISM_LIMIT) {
            throw new IllegalArgumentException("max parallelism of " + name + " must be between 1 and "
                    + JobGraphBuilder.MAX_PARALLELISM_LIMIT + ", not " + newMaxParallelism);
        }
        this.maxParallelism = newMaxParallelism;
        return this;
    }

    public Step slotSharingGroup(String group) {
        this.slotSharingGroup = group;
        return this;
    }

    public Step chaining(Chaining newChaining) {
        this.chaining = newChaining;
        return this;
    }

    public Step bufferTimeoutMillis(long millis) {
        this.bufferTimeoutMillis = millis;
        return this;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public int parallelism() {
        return parallelism;
    }

    public int maxParallelism() {
        return maxParallelism;
    }

    public List<Input> inputs() {
        return inputs;
    }

    /** What comes back to the head of a loop; empty for other steps. */
    public List<Input> feedbacks() {
        return feedbacks;
    }

    public Source<?, ?, ?> source() {
        return source;
    }

    WatermarkStrategy<?> watermarks() {
        return watermarks;
    }

    public OperatorFactory<?, ?> factory() {
        return factory;
    }

    /** Whether it can run in batch: a source that ends, or an operator that heads no loop. */
    public boolean isBounded() {
        return source == null ? !loopHead : source.getBoundedness() == Boundedness.BOUNDED;
    }

    /** What runs in a mode. */
    OperatorFactory<?, ?> factory(boolean batch) {
        return batch && batchFactory != null ? batchFactory : factory;
    }

    /** Which records wait in batch. */
    Gathering gathering() {
        if (batchFactory != null) {
            return Gathering.NONE;
        }
        if (keys.stream().anyMatch(key -> key != null)) {
            return Gathering.BY_KEY;
        }
        return broadcastFirst ? Gathering.BEHIND_OTHERS : Gathering.NONE;
    }

    List<KeySelector<?, ?>> keys() {
        return keys;
    }

    /** Whether the program gave it an id of its own. */
    public boolean isNamed() {
        return uid != null || uidHash != null;
    }

    String uid() {
        return uid;
    }

    String uidHash() {
        return uidHash;
    }

    /** The slot sharing group, or null for that of what it reads. */
    String slotSharingGroup() {
        return slotSharingGroup;
    }

    Chaining chaining() {
        return chaining;
    }

    long bufferTimeoutMillis() {
        return bufferTimeoutMillis;
    }

    boolean isStateful() {
        return stateful;
    }

    boolean isLoopHead() {
        return loopHead;
    }

    boolean isEmittingFresh() {
        return emitsFresh;
    }
}
