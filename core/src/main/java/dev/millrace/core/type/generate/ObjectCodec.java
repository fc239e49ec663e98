package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import java.lang.reflect.Array;
import java.util.List;

/** The codec of objects by their fields; implementations are generated. */
public interface ObjectCodec extends Codec {

    /** The plan it was made from. */
    ObjectPlan plan();

    /** The values of the fields, primitives boxed. */
    Object[] values(Object object);

    /** A new object of these values of the fields. */
    Object build(Object[] values);

    /** A new object whose fields are not set; of records one of zeros and nulls. */
    Object create();

    /** The hash of the fields in their order. */
    int hashFields(Object value);

    @Override
    default Class<?> valueClass() {
        return plan().valueClass();
    }

    @Override
    default boolean immutable() {
        return plan().immutable();
    }

    @Override
    default int builtInTag() {
        return plan().tag();
    }

    @Override
    default String noKey() {
        return plan().noKey();
    }

    @Override
    default int hash(Object value) {
        if (plan().noKey() != null) {
            throw new CodecException(plan().noKey());
        }
        return hashFields(value);
    }

    /** The values of fields that nobody set: those of a new object, or zero and null. */
    default Object[] defaults() {
        if (plan().creation() == ObjectPlan.Creation.CONSTRUCTOR) {
            return values(create());
        }
        List<FieldPlan> fields = plan().fields();
        Object[] defaults = new Object[fields.size()];
        for (int i = 0; i < defaults.length; i++) {
            Class<?> type = fields.get(i).type();
            defaults[i] = type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
        }
        return defaults;
    }
}
