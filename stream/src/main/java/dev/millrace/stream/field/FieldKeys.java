package dev.millrace.stream.field;

import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.tuple.Tuple;
import java.util.Arrays;

/** Key selectors that name fields. */
public final class FieldKeys {

    private FieldKeys() {}

    /** The key that is a tuple of the fields of these positions. */
    public static <T> KeySelector<T, Tuple> positions(int... positions) {
        return new TupleOfFields<>(
                Arrays.stream(positions).mapToObj(FieldPath::of).toArray(FieldPath[]::new));
    }

    /** The key that is a tuple of the fields of these expressions. */
    public static <T> KeySelector<T, Tuple> names(String... expressions) {
        return new TupleOfFields<>(Arrays.stream(expressions).map(FieldPath::of).toArray(FieldPath[]::new));
    }

    /** The key that is the value of one field. */
    public static <T, K> KeySelector<T, K> single(FieldPath field) {
        return new SingleField<>(field);
    }

    private static final class TupleOfFields<T> implements KeySelector<T, Tuple> {

        private final FieldPath[] fields;

        TupleOfFields(FieldPath[] fields) {
            if (fields.length == 0 || fields.length > Tuple.MAX_ARITY) {
                throw new InvalidProgramException(
                        "a key has 1 to " + Tuple.MAX_ARITY + " fields, not " + fields.length);
            }
            this.fields = fields;
        }

        @Override
        public Tuple getKey(T value) {
            Tuple key = Tuple.newInstance(fields.length);
            for (int place = 0; place < fields.length; place++) {
                key.setField(fields[place].get(value), place);
            }
            return key;
        }
    }

    private static final class SingleField<T, K> implements KeySelector<T, K> {

        private final FieldPath field;

        SingleField(FieldPath field) {
            this.field = field;
        }

        @Override
        @SuppressWarnings("unchecked") // the caller says what the field holds
        public K getKey(T value) {
            return (K) field.get(value);
        }
    }
}
