package dev.millrace.stream.field;

import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.tuple.Tuple;

/** Makes tuples of some fields of tuples. */
public final class Projection<T, R extends Tuple> implements MapFunction<T, R> {
    private static final long serialVersionUID = 1;

    private final int[] fields;

    /**
     * @param fields the positions of the fields, from 0
     */
    public Projection(int... fields) {
        if (fields.length == 0 || fields.length > Tuple.MAX_ARITY) {
            throw new IllegalArgumentException(
                    "a projection has 1 to " + Tuple.MAX_ARITY + " fields, not " + fields.length);
        }
        this.fields = fields.clone();
    }

    @Override
    @SuppressWarnings("unchecked") // the program says what it projects to
    public R map(T value) {
        if (!(value instanceof Tuple from)) {
            throw new InvalidProgramException("only fields of tuples can be projected, not of " + value.getClass());
        }
        Tuple projected = Tuple.newInstance(fields.length);
        for (int place = 0; place < fields.length; place++) {
            projected.setField(from.getField(fields[place]), place);
        }
        return (R) projected;
    }
}
