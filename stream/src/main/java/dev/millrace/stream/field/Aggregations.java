package dev.millrace.stream.field;

import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reductions that look at one field. */
public final class Aggregations {

    private Aggregations() {}

    /** The first record with the sum of the field in it. */
    public static <T> ReduceFunction<T> sum(FieldPath field) {
        return new Sum<>(field);
    }

    /** Keeps, for each key, the first record with the sum of the field in it, and emits fresh copies. Needs keys. */
    public static <T> OperatorFactory<T, T> runningSum(FieldPath field) {
        return () -> new RunningSum<>(field, false);
    }

    /** Like {@link #runningSum}, but emits the sum of each key when the data has ended. */
    public static <T> OperatorFactory<T, T> lastSum(FieldPath field) {
        return () -> new RunningSum<>(field, true);
    }

    /** The first record with the smallest value of the field in it. */
    public static <T> ReduceFunction<T> min(FieldPath field) {
        return new Extreme<>(field, -1);
    }

    /** The first record with the largest value of the field in it. */
    public static <T> ReduceFunction<T> max(FieldPath field) {
        return new Extreme<>(field, 1);
    }

    /**
     * The record with the smallest value of the field.
     *
     * @param first whether of equal ones the first stays; else the last
     */
    public static <T> ReduceFunction<T> minBy(FieldPath field, boolean first) {
        return new ExtremeRecord<>(field, -1, first);
    }

    /**
     * The record with the largest value of the field.
     *
     * @param first whether of equal ones the first stays; else the last
     */
    public static <T> ReduceFunction<T> maxBy(FieldPath field, boolean first) {
        return new ExtremeRecord<>(field, 1, first);
    }

    private record Sum<T>(FieldPath field) implements ReduceFunction<T> {

        @Override
        public T reduce(T value1, T value2) {
            return field.with(value1, sum(field.get(value1), field.get(value2)));
        }

        private Object sum(Object a, Object b) {
            if (a instanceof Long x && b instanceof Long y) {
                return x + y;
            }
            if (a instanceof Integer x && b instanceof Integer y) {
                return x + y;
            }
            if (a instanceof Double x && b instanceof Double y) {
                return x + y;
            }
            if (a instanceof Float x && b instanceof Float y) {
                return x + y;
            }
            if (a instanceof Short x && b instanceof Short y) {
                return (short) (x + y);
            }
            if (a instanceof Byte x && b instanceof Byte y) {
                return (byte) (x + y);
            }
            if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
                return x.add(y);
            }
            if (a instanceof BigInteger x && b instanceof BigInteger y) {
                return x.add(y);
            }
            throw new InvalidProgramException("the field '" + field + "' cannot be summed: it holds " + described(a)
                    + " and " + described(b) + "; sum needs numbers of one type");
        }
    }

    private record Extreme<T>(FieldPath field, int sign) implements ReduceFunction<T> {

        @Override
        public T reduce(T value1, T value2) {
            Object b = field.get(value2);
            return compare(field, field.get(value1), b) * sign >= 0 ? value1 : field.with(value1, b);
        }
    }

    private record ExtremeRecord<T>(FieldPath field, int sign, boolean first) implements ReduceFunction<T> {

        @Override
        public T reduce(T value1, T value2) {
            int order = compare(field, field.get(value1), field.get(value2)) * sign;
            return order > 0 || order == 0 && first ? value1 : value2;
        }
    }

    /** The sign of the comparison: -1, 0 or 1. */
    @SuppressWarnings("unchecked") // values of one field compare with each other; what does not is reported
    private static int compare(FieldPath field, Object a, Object b) {
        if (!(a instanceof Comparable<?>) || b == null || a.getClass() != b.getClass()) {
            throw new InvalidProgramException("the field '" + field + "' cannot be compared: it holds " + described(a)
                    + " and " + described(b) + "; min and max need comparable values of one type");
        }
        return Integer.signum(((Comparable<Object>) a).compareTo(b));
    }

    private static String described(Object value) {
        return value == null ? "null" : value.getClass().getName();
    }
}
