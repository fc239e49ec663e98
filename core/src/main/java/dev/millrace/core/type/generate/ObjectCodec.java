package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import java.lang.reflect.Array;
import java.util.List;

/** The codec of objects by their fields; subclasses are generated. */
public abstract class ObjectCodec extends Codec {

    private final ObjectPlan plan;

    protected ObjectCodec(ObjectPlan plan) {
        super(plan.valueClass(), plan.immutable());
        this.plan = plan;
    }

    /** The plan it was made from. */
    public final ObjectPlan plan() {
        return plan;
    }

    @Override
    public final int builtInTag() {
        return plan.tag();
    }

    @Override
    public final String noKey() {
        return plan.noKey();
    }

    /** The values of the fields, primitives boxed. */
    public abstract Object[] values(Object object);

    /** A new object of these values of the fields. */
    public abstract Object build(Object[] values);

    /** A new object whose fields are not set; records have none. */
    protected abstract Object create();

    /** The values of fields that nobody set: those of a new object, or zero and null. */
    public final Object[] defaults() {
        if (plan.creation() == ObjectPlan.Creation.CONSTRUCTOR) {
            return values(create());
        }
        List<FieldPlan> fields = plan.fields();
        Object[] defaults = new Object[fields.size()];
        for (int i = 0; i < defaults.length; i++) {
            Class<?> type = fields.get(i).type();
            defaults[i] = type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
        }
        return defaults;
    }

    @Override
    public final int hash(Object value) {
        if (plan.noKey() != null) {
            throw new CodecException(plan.noKey());
        }
        return hashFields(value);
    }

    /** The hash of the fields in their order. */
    protected abstract int hashFields(Object value);
}
