package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The written form of one class of values, described so that it can be read without the class and matched with a later
 * version of it.
 *
 * @param kind how the bytes are laid out
 * @param className the class the values had
 * @param fields for {@link Kind#OBJECT} the fields in written order; empty otherwise
 */
public record Schema(Kind kind, String className, List<Field> fields) {

    /** Bounds the damage of reading bytes that are not a schema. */
    private static final int FIELDS_MAX = 65_536;

    public Schema {
        fields = List.copyOf(fields);
    }

    /** How the bytes of a value are laid out. */
    public enum Kind {
        /** A built-in form, known by the class name alone. */
        BUILT_IN,
        /** The name of an enum's constant. */
        ENUM,
        /** An array of references: length, then tagged elements. */
        ARRAY,
        /** The fields one after the other. */
        OBJECT,
        /** A user's serializer; only it can read the bytes. */
        CUSTOM,
        /** Java serialization, with its length before. */
        JAVA,
        /** A declared class whose values tell their own by tags. */
        ANY
    }

    /** How a field is written. */
    public enum Form {
        /** A primitive, as it is. */
        PRIMITIVE,
        /** A byte that is 0 for null, then the value in the form of its schema. */
        NULLABLE,
        /** A tag that names the schema of the value, then the value; null is tag 0. */
        TAGGED
    }

    /**
     * One field.
     *
     * @param schema the schema of the values; for {@link Form#TAGGED} only the declared class is meant
     */
    public record Field(String name, Form form, Schema schema) {}

    void writeTo(DataOutputView out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeText(className);
        out.writeVarInt(fields.size());
        for (Field field : fields) {
            out.writeText(field.name);
            out.writeByte(field.form.ordinal());
            field.schema.writeTo(out);
        }
    }

    static Schema readFrom(DataInputView in) throws IOException {
        Kind kind = constant(Kind.values(), in.readByte());
        String className = in.readText();
        int size = in.readVarInt();
        if (size < 0 || size > FIELDS_MAX) {
            throw new IOException("A schema of " + className + " with " + size + " fields: the data is damaged");
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            fields.add(new Field(in.readText(), constant(Form.values(), in.readByte()), readFrom(in)));
        }
        return new Schema(kind, className, fields);
    }

    private static <E> E constant(E[] constants, int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new IOException(
                    "No constant " + ordinal + " in a schema: the data is damaged or newer than this code");
        }
        return constants[ordinal];
    }

    @Override
    public String toString() {
        if (kind != Kind.OBJECT) {
            return className;
        }
        StringBuilder text = new StringBuilder(className).append('{');
        for (Field field : fields) {
            text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ")
                    .append(field.name)
                    .append(": ");
            text.append(field.form == Form.TAGGED ? "any " + field.schema.className : field.schema.toString());
        }
        return text.append('}').toString();
    }
}
