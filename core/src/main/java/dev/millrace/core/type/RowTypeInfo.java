package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.row.Row;
import java.util.List;

/** The types of rows, by position and name. */
@ModelApi
public final class RowTypeInfo extends TypeInformation<Row> {

    private static final long serialVersionUID = 1;

    private final TypeArguments arguments;
    private final List<String> names;

    /** With the names {@code f0}, {@code f1} and so on. */
    public RowTypeInfo(TypeInformation<?>... fields) {
        this(fields, new TupleTypeInfo<>(dev.millrace.core.tuple.Tuple0.class, fields).getFieldNames());
    }

    /** With names. */
    public RowTypeInfo(TypeInformation<?>[] fields, String[] names) {
        arguments = TypeArguments.of(fields);
        this.names = List.of(names);
        if (fields.length != names.length) {
            throw new IllegalArgumentException(fields.length + " fields have " + names.length + " names");
        }
    }

    @Override
    public int getArity() {
        return arguments.size();
    }

    @Override
    public int getTotalFields() {
        return arguments.totalFields();
    }

    /** The names of the fields in order. */
    public String[] getFieldNames() {
        return names.toArray(new String[0]);
    }

    /** The types of the fields in order. */
    public TypeInformation<?>[] getFieldTypes() {
        return arguments.types().toArray(new TypeInformation<?>[0]);
    }

    /** The type of the field at a position, counted from 0. */
    public <X> TypeInformation<X> getTypeAt(int position) {
        return arguments.at(position);
    }

    /** The position of a field by its name; -1 when there is none. */
    public int getFieldIndex(String name) {
        return names.indexOf(name);
    }

    @Override
    public Class<Row> getTypeClass() {
        return Row.class;
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
        return other instanceof RowTypeInfo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowTypeInfo that && arguments.equals(that.arguments) && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return 31 * arguments.hashCode() + names.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Row(");
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(names.get(i))
                    .append(": ")
                    .append(arguments.types().get(i));
        }
        return text.append(')').toString();
    }
}
