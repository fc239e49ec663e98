package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.tuple.Tuple;
import java.util.List;

/**
 * The types of tuples.
 *
 * @param <T> the tuples' class
 */
@ModelApi
public final class TupleTypeInfo<T extends Tuple> extends KnownTypeInfo<T> {

    private static final long serialVersionUID = 1;

    /** Of the tuple class that has as many fields. */
    @SuppressWarnings("unchecked")
    public TupleTypeInfo(TypeInformation<?>... fields) {
        this((Class<T>) Tuple.getTupleClass(fields.length), fields);
    }

    /** Of a tuple class, or a subclass of one. */
    public TupleTypeInfo(Class<T> tupleClass, TypeInformation<?>... fields) {
        super(tupleClass, List.of(fields));
    }

    @Override
    public boolean isTupleType() {
        return true;
    }

    @Override
    public int getArity() {
        return parameters().size();
    }

    @Override
    public int getTotalFields() {
        return parameters().stream().mapToInt(TypeInformation::getTotalFields).sum();
    }

    /** The type of the field at a position, counted from 0. */
    @SuppressWarnings("unchecked")
    public <X> TypeInformation<X> getTypeAt(int position) {
        return (TypeInformation<X>) parameters().get(position);
    }

    /** {@code f0}, {@code f1} and so on. */
    public String[] getFieldNames() {
        String[] names = new String[getArity()];
        for (int i = 0; i < names.length; i++) {
            names[i] = "f" + i;
        }
        return names;
    }

    /** The position of a field by its name; -1 when there is none. */
    public int getFieldIndex(String name) {
        return List.of(getFieldNames()).indexOf(name);
    }

    @Override
    public String toString() {
        return "Java " + getTypeClass().getSimpleName() + "<" + listed() + ">";
    }
}
