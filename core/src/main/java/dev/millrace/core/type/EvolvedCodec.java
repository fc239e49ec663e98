package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Tags;
import dev.millrace.core.type.generate.FieldPlan;
import dev.millrace.core.type.generate.ObjectCodec;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Reads objects written by an earlier version of their class. Fields are matched by name; a new field has its default, a
 * removed one is read and dropped; a number may have become a wider one, and a primitive its box or the other way.
 */
final class EvolvedCodec implements Codec {

    private static final int REMOVED = -1;

    private final Schema schema;
    private final ObjectCodec today;
    private final List<SchemaReaders.FieldReader> readers;
    private final int[] places;

    EvolvedCodec(Schema schema, ObjectCodec today, List<SchemaReaders.FieldReader> readers) {
        this.schema = schema;
        this.today = today;
        this.readers = readers;
        List<String> names = today.plan().fields().stream().map(FieldPlan::name).toList();
        places = schema.fields().stream()
                .mapToInt(field -> names.indexOf(field.name()))
                .toArray();
    }

    @Override
    public Class<?> valueClass() {
        return today.valueClass();
    }

    @Override
    public boolean immutable() {
        return today.immutable();
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Object[] values = today.defaults();
        for (int i = 0; i < places.length; i++) {
            Object value = readers.get(i).read(in, tags);
            if (places[i] != REMOVED) {
                values[places[i]] = fitted(value, i);
            }
        }
        return today.build(values);
    }

    private Object fitted(Object value, int field) {
        FieldPlan target = today.plan().fields().get(places[field]);
        if (value == null) {
            return target.type().isPrimitive() ? today.defaults()[places[field]] : null;
        }
        Class<?> box = MethodType.methodType(target.type()).wrap().returnType();
        if (box.isInstance(value)) {
            return value;
        }
        Object wider = value instanceof Number number ? widened(number, box) : null;
        if (wider == null) {
            String was = value instanceof Lost lost
                    ? lost.className()
                    : value.getClass().getName();
            throw new CodecException(schema.className() + "." + target.name() + " was written as " + was + " and is "
                    + target.type().getName() + " now; give the field a new name, or go back");
        }
        return wider;
    }

    /** Null when the number would lose something. */
    private static Object widened(Number number, Class<?> box) {
        boolean small = number instanceof Byte || number instanceof Short;
        boolean whole = small || number instanceof Integer;
        if (box == Short.class && number instanceof Byte) {
            return number.shortValue();
        }
        if (box == Integer.class && small) {
            return number.intValue();
        }
        if (box == Long.class && whole) {
            return number.longValue();
        }
        if (box == Double.class && (whole || number instanceof Float)) {
            return number.doubleValue();
        }
        return box == Float.class && small ? number.floatValue() : null;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        today.write(value, out, tags, depth);
    }

    @Override
    public int hash(Object value) {
        return today.hash(value);
    }
}
