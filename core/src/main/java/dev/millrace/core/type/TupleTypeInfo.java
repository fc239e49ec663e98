package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.tuple.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The types of tuples.
 *
 * @param <T> the tuples' class
 */
@ModelApi
public final class TupleTypeInfo<T extends Tuple> extends TypeInformation<T> {

    private static final long serialVersionUID = 1;

    private final Class<T> typeClass;
    private final TypeArguments arguments;

    /** Of the tuple class that has as many fields. */
    @SuppressWarnings("unchecked")
    public TupleTypeInfo(TypeInformation<?>... fields) {
        this((Class<T>) Tuple.getTupleClass(fields.length), fields);
    }

    /** Of a tuple class, or a subclass of one. */
    public TupleTypeInfo(Class<T> tupleClass, TypeInformation<?>... fields) {
        typeClass = Objects.requireNonNull(tupleClass, "tupleClass");
        arguments = TypeArguments.of(fields);
    }

    @Override
    public boolean isTupleType() {
        return true;
    }

    @Override
    public int getArity() {
        return arguments.size();
    }

    @Override
    public int getTotalFields() {
        return arguments.totalFields();
    }

    /** The type of the field at a position, counted from 0. */
    public <X> TypeInformation<X> getTypeAt(int position) {
        return arguments.at(position);
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
    public Map<String, TypeInformation<?>> getGenericParameters() {
        return arguments.named(typeClass);
    }

    @Override
    public Class<T> getTypeClass() {
        return typeClass;
    }

    @Override
    public boolean isKeyType() {
        return arguments.areKeys();
    }

    @Override
    boolean isKnown() {
        return true;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof TupleTypeInfo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TupleTypeInfo<?> that
                && typeClass == that.typeClass
                && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * typeClass.hashCode() + arguments.hashCode();
    }

    @Override
    public String toString() {
        return "Java " + typeClass.getSimpleName() + "<" + arguments + ">";
    }
}
