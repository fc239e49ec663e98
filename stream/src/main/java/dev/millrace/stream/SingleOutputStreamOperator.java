package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.option.SlotSharingGroup;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The stream of an operator's results, and the settings of the operator. */
@ModelApi
public class SingleOutputStreamOperator<T> extends DataStream<T> {

    private final Step step;
    private final Map<String, TypeInformation<?>> sideOutputs = new HashMap<>();
    private TypeInformation<T> explicitType;

    SingleOutputStreamOperator(StreamExecutionEnvironment environment, Step step, TypeInformation<T> type) {
        super(environment, List.of(new Lane(step, null, null)), type);
        this.step = step;
        if (type != null) {
            environment.program().declare(type);
        }
    }

    Step step() {
        return step;
    }

    @Override
    TypeInformation<T> declaredType() {
        return explicitType == null ? super.declaredType() : explicitType;
    }

    /** The operator's name, as plans and errors show it. */
    public String getName() {
        return step.name();
    }

    public SingleOutputStreamOperator<T> name(String name) {
        step.name(name);
        return this;
    }

    /** Sets the id that state is kept under, so that it is found again when the program changes. */
    public SingleOutputStreamOperator<T> uid(String uid) {
        step.uid(uid);
        return this;
    }

    /** Sets the id itself, 32 hexadecimal digits. */
    public SingleOutputStreamOperator<T> setUidHash(String uidHash) {
        step.uidHash(uidHash);
        return this;
    }

    /** Sets the number of instances, from 1. */
    public SingleOutputStreamOperator<T> setParallelism(int parallelism) {
        step.parallelism(parallelism);
        return this;
    }

    /** Sets the number of key groups; state keeps it for ever. */
    public SingleOutputStreamOperator<T> setMaxParallelism(int maxParallelism) {
        step.maxParallelism(maxParallelism);
        return this;
    }

    /** One instance, whatever the program's parallelism. */
    public SingleOutputStreamOperator<T> forceNonParallel() {
        step.parallelism(1);
        return this;
    }

    /** How long a result may wait for its batch to fill: milliseconds, 0 not at all, -1 for ever. */
    public SingleOutputStreamOperator<T> setBufferTimeout(long timeoutMillis) {
        step.bufferTimeoutMillis(timeoutMillis);
        return this;
    }

    /** Lets the operator run in a task of its own. */
    public SingleOutputStreamOperator<T> disableChaining() {
        step.chaining(Step.Chaining.NEVER);
        return this;
    }

    /** Lets the operator begin a new task; those after it may join. */
    public SingleOutputStreamOperator<T> startNewChain() {
        step.chaining(Step.Chaining.HEAD);
        return this;
    }

    /** Only operators of the same group share a slot. */
    public SingleOutputStreamOperator<T> slotSharingGroup(String slotSharingGroup) {
        step.slotSharingGroup(slotSharingGroup);
        return this;
    }

    /** Only operators of the same group share a slot. */
    public SingleOutputStreamOperator<T> slotSharingGroup(SlotSharingGroup slotSharingGroup) {
        return slotSharingGroup(slotSharingGroup.getName());
    }

    /** Says what the operator does; plans and errors show its name only. */
    public SingleOutputStreamOperator<T> setDescription(String description) {
        Objects.requireNonNull(description, "description");
        return this;
    }

    /**
     * Declares the type of the results. The engine needs none and goes by the records, but the serializer of a description
     * of the program's own is used for all values of its class, in state too.
     */
    public SingleOutputStreamOperator<T> returns(TypeInformation<T> typeInfo) {
        explicitType = Objects.requireNonNull(typeInfo, "type");
        getExecutionEnvironment().program().declare(typeInfo);
        return this;
    }

    /** Declares the type of the results. The engine needs none: it goes by the records. */
    public SingleOutputStreamOperator<T> returns(Class<T> typeClass) {
        return returns(TypeInformation.of(typeClass));
    }

    /** Declares the type of the results. The engine needs none: it goes by the records. */
    public SingleOutputStreamOperator<T> returns(TypeHint<T> typeHint) {
        return returns(typeHint.getTypeInfo());
    }

    /**
     * What the operator emits to a side output.
     *
     * @throws UnsupportedOperationException when a side output of this id was asked for with another type
     */
    public <X> SideOutputDataStream<X> getSideOutput(OutputTag<X> sideOutputTag) {
        OutputTag<X> tag = clean(Objects.requireNonNull(sideOutputTag, "the output tag must not be null"));
        TypeInformation<?> earlier = sideOutputs.putIfAbsent(tag.getId(), tag.getTypeInfo());
        if (earlier != null && !earlier.equals(tag.getTypeInfo())) {
            throw new UnsupportedOperationException(
                    "the side output '" + tag.getId() + "' of '" + getName() + "' is of " + earlier
                            + " already, and cannot be of " + tag.getTypeInfo() + "; give each an id of its own");
        }
        return new SideOutputDataStream<>(getExecutionEnvironment(), new Lane(step, tag, null), tag.getTypeInfo());
    }
}
