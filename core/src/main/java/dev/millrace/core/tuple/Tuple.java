package dev.millrace.core.tuple;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** A value of a fixed number of fields, which are public and mutable: {@code f0}, {@code f1} and so on. */
@ModelApi
public abstract class Tuple implements Serializable {

    /** The most fields a tuple has. */
    public static final int MAX_ARITY = 25;

    private static final long serialVersionUID = 1;

    private static final List<Class<? extends Tuple>> CLASSES = List.of(
            Tuple0.class,
            Tuple1.class,
            Tuple2.class,
            Tuple3.class,
            Tuple4.class,
            Tuple5.class,
            Tuple6.class,
            Tuple7.class,
            Tuple8.class,
            Tuple9.class,
            Tuple10.class,
            Tuple11.class,
            Tuple12.class,
            Tuple13.class,
            Tuple14.class,
            Tuple15.class,
            Tuple16.class,
            Tuple17.class,
            Tuple18.class,
            Tuple19.class,
            Tuple20.class,
            Tuple21.class,
            Tuple22.class,
            Tuple23.class,
            Tuple24.class,
            Tuple25.class);

    /** The field at a position, counted from 0, cast as the caller needs it. */
    public abstract <T> T getField(int position);

    /** Sets the field at a position, counted from 0. */
    public abstract <T> void setField(T value, int position);

    /** The number of fields. */
    public abstract int getArity();

    /** A new tuple of the same fields; the fields are not copied. */
    public abstract Tuple copy();

    /** The field at a position; fails when it is null. */
    public <T> T getFieldNotNull(int position) {
        T field = getField(position);
        if (field == null) {
            throw new NullPointerException("Field " + position + " of the tuple " + this + " is null");
        }
        return field;
    }

    /** The class of the tuples of a number of fields. */
    public static Class<? extends Tuple> getTupleClass(int arity) {
        if (arity < 0 || arity > MAX_ARITY) {
            throw new IllegalArgumentException("Tuples have 0 to " + MAX_ARITY + " fields, not " + arity);
        }
        return CLASSES.get(arity);
    }

    /** A new tuple of a number of null fields. */
    public static Tuple newInstance(int arity) {
        return switch (arity) {
            case 0 -> new Tuple0();
            case 1 -> new Tuple1<>();
            case 2 -> new Tuple2<>();
            case 3 -> new Tuple3<>();
            case 4 -> new Tuple4<>();
            case 5 -> new Tuple5<>();
            case 6 -> new Tuple6<>();
            case 7 -> new Tuple7<>();
            case 8 -> new Tuple8<>();
            case 9 -> new Tuple9<>();
            case 10 -> new Tuple10<>();
            case 11 -> new Tuple11<>();
            case 12 -> new Tuple12<>();
            case 13 -> new Tuple13<>();
            case 14 -> new Tuple14<>();
            case 15 -> new Tuple15<>();
            case 16 -> new Tuple16<>();
            case 17 -> new Tuple17<>();
            case 18 -> new Tuple18<>();
            case 19 -> new Tuple19<>();
            case 20 -> new Tuple20<>();
            case 21 -> new Tuple21<>();
            case 22 -> new Tuple22<>();
            case 23 -> new Tuple23<>();
            case 24 -> new Tuple24<>();
            case 25 -> new Tuple25<>();
            default -> throw new IllegalArgumentException("Tuples have 0 to " + MAX_ARITY + " fields, not " + arity);
        };
    }

    final IndexOutOfBoundsException outOfBounds(int position) {
        return new IndexOutOfBoundsException("No field " + position + " in a tuple of " + getArity());
    }

    /** The fields in parentheses: {@code (a,1)}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(",", "(", ")");
        for (int i = 0; i < getArity(); i++) {
            String field = Arrays.deepToString(new Object[] {getField(i)});
            text.add(field.substring(1, field.length() - 1));
        }
        return text.toString();
    }
}
