package dev.millrace.core.accumulator;

import java.io.Serializable;

/** Stands for an accumulator whose parts could not be merged; who asks for its value learns why. */
public final class Unmerged implements Accumulator<Object, Serializable> {
    private static final long serialVersionUID = 1;

    private final String name;
    private final RuntimeException failure;

    public Unmerged(String name, RuntimeException failure) {
        this.name = name;
        this.failure = failure;
    }

    @Override
    public void add(Object value) {
        throw unmerged();
    }

    @Override
    public Serializable getLocalValue() {
        throw unmerged();
    }

    private IllegalStateException unmerged() {
        return new IllegalStateException(
                "the parts of the accumulator '" + name + "' cannot be merged: " + failure + "; see its merge method",
                failure);
    }

    @Override
    public void resetLocal() {}

    @Override
    public void merge(Accumulator<Object, Serializable> other) {}

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // it never changes
    public Unmerged clone() {
        return this;
    }
}
