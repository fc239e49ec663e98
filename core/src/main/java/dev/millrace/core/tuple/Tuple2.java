package dev.millrace.core.tuple;

import dev.millrace.core.ModelApi;
import java.util.Objects;

/**
 * A tuple of two fields.
 *
 * @param <T0> the class of field 0
 * @param <T1> the class of field 1
 */
@ModelApi
public class Tuple2<T0, T1> extends Tuple {

    private static final long serialVersionUID = 1;

    /** Field 0. */
    public T0 f0;

    /** Field 1. */
    public T1 f1;

    /** A tuple of nulls. */
    public Tuple2() {}

    /** A tuple of these fields. */
    public Tuple2(T0 f0, T1 f1) {
        this.f0 = f0;
        this.f1 = f1;
    }

    /** A tuple of these fields. */
    public static <T0, T1> Tuple2<T0, T1> of(T0 f0, T1 f1) {
        return new Tuple2<>(f0, f1);
    }

    /** Sets all fields. */
    public void setFields(T0 f0, T1 f1) {
        this.f0 = f0;
        this.f1 = f1;
    }

    @Override
    public int getArity() {
        return 2;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getField(int position) {
        return switch (position) {
            case 0 -> (T) f0;
            case 1 -> (T) f1;
            default -> throw outOfBounds(position);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> void setField(T value, int position) {
        switch (position) {
            case 0 -> f0 = (T0) value;
            case 1 -> f1 = (T1) value;
            default -> throw outOfBounds(position);
        }
    }

    /** A tuple of the same fields the other way round. */
    public Tuple2<T1, T0> swap() {
        return new Tuple2<>(f1, f0);
    }

    @Override
    public Tuple2<T0, T1> copy() {
        return new Tuple2<>(f0, f1);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Tuple2<?, ?> that)) {
            return false;
        }
        return Objects.equals(f0, that.f0) && Objects.equals(f1, that.f1);
    }

    @Override
    public int hashCode() {
        int hash = Objects.hashCode(f0);
        hash = 31 * hash + Objects.hashCode(f1);
        return hash;
    }
}
