package dev.millrace.core.tuple;

import dev.millrace.core.ModelApi;

/** The tuple of no fields; all are equal. */
@ModelApi
public class Tuple0 extends Tuple {

    /** One for everybody. */
    public static final Tuple0 INSTANCE = new Tuple0();

    private static final long serialVersionUID = 1;

    /** A tuple of no fields. */
    public Tuple0() {}

    @Override
    public int getArity() {
        return 0;
    }

    @Override
    public <T> T getField(int position) {
        throw outOfBounds(position);
    }

    @Override
    public <T> void setField(T value, int position) {
        throw outOfBounds(position);
    }

    @Override
    public Tuple0 copy() {
        return new Tuple0();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple0;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
