package dev.millrace.core.tuple;

import dev.millrace.core.ModelApi;
import java.util.Objects;

/**
 * A tuple of one field.
 *
 * @param <T0> the class of field 0
 */
@ModelApi
public class Tuple1<T0> extends Tuple {

    private static final long serialVersionUID = 1;

    /** Field 0. */
    public T0 f0;

    /** A tuple of nulls. */
    public Tuple1() {}

    /** A tuple of these fields. */
    public Tuple1(T0 f0) {
        this.f0 = f0;
    }

    /** A tuple of these fields. */
    public static <T0> Tuple1<T0> of(T0 f0) {
        return new Tuple1<>(f0);
    }

    /** Sets all fields. */
    public void setFields(T0 f0) {
        this.f0 = f0;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getField(int position) {
        return switch (position) {
            case 0 -> (T) f0;
            default -> throw outOfBounds(position);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> void setField(T value, int position) {
        switch (position) {
            case 0 -> f0 = (T0) value;
            default -> throw outOfBounds(position);
        }
    }

    @Override
    public Tuple1<T0> copy() {
        return new Tuple1<>(f0);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Tuple1<?> that)) {
            return false;
        }
        return Objects.equals(f0, that.f0);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(f0);
    }
}
