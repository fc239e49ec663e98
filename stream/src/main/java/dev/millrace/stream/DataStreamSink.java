package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.SlotSharingGroup;
import dev.millrace.core.plan.Step;
import java.util.Objects;

/** The end of a stream, and the settings of its operator. */
@ModelApi
public class DataStreamSink<T> {

    private final Step step;

    DataStreamSink(Step step) {
        this.step = step;
    }

    public DataStreamSink<T> name(String name) {
        step.name(name);
        return this;
    }

    /** Sets the id that state is kept under, so that it is found again when the program changes. */
    public DataStreamSink<T> uid(String uid) {
        step.uid(uid);
        return this;
    }

    /** Sets the id itself, 32 hexadecimal digits. */
    public DataStreamSink<T> setUidHash(String uidHash) {
        step.uidHash(uidHash);
        return this;
    }

    /** Sets the number of instances, from 1. */
    public DataStreamSink<T> setParallelism(int parallelism) {
        step.parallelism(parallelism);
        return this;
    }

    /** Sets the number of key groups. */
    public DataStreamSink<T> setMaxParallelism(int maxParallelism) {
        step.maxParallelism(maxParallelism);
        return this;
    }

    /** Lets the sink run in a task of its own. */
    public DataStreamSink<T> disableChaining() {
        step.chaining(Step.Chaining.NEVER);
        return this;
    }

    /** Only operators of the same group share a slot. */
    public DataStreamSink<T> slotSharingGroup(String slotSharingGroup) {
        step.slotSharingGroup(slotSharingGroup);
        return this;
    }

    /** Only operators of the same group share a slot. */
    public DataStreamSink<T> slotSharingGroup(SlotSharingGroup slotSharingGroup) {
        return slotSharingGroup(slotSharingGroup.getName());
    }

    /** Says what the sink does; plans and errors show its name only. */
    public DataStreamSink<T> setDescription(String description) {
        Objects.requireNonNull(description, "description");
        return this;
    }
}
