package dev.millrace.core.type.generate;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.core.type.codec.Slot;
import dev.millrace.core.type.codec.Tags;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** Does what generated code does, by method handles, for the few classes that no code can be generated for. */
final class InterpretedCodec implements ObjectCodec {

    private final ObjectPlan plan;
    private final FieldPlan[] fields;
    private final Codec[] codecs;
    private final Slot[] slots;
    private final MethodHandle[] getters;
    private final MethodHandle[] setters;
    private final MethodHandle creator;

    InterpretedCodec(ObjectPlan plan, MethodHandles.Lookup lookup, Codecs types) throws ReflectiveOperationException {
        this.plan = plan;
        boolean record = plan.creation() == ObjectPlan.Creation.RECORD;
        fields = plan.fields().toArray(new FieldPlan[0]);
        codecs = new Codec[fields.length];
        slots = new Slot[fields.length];
        getters = new MethodHandle[fields.length];
        setters = new MethodHandle[fields.length];
        for (int i = 0; i < fields.length; i++) {
            FieldPlan field = fields[i];
            Class<?> type = field.type();
            codecs[i] = type.isPrimitive()
                    ? types.codec(MethodType.methodType(type).wrap().returnType())
                    : field.exact();
            slots[i] = field.open() ? new Slot(types) : null;
            getters[i] = FieldCode.getter(field.field(), lookup).asType(MethodType.genericMethodType(1));
            setters[i] = record
                    ? null
                    : FieldCode.setter(field.field(), lookup)
                            .asType(MethodType.methodType(void.class, Object.class, Object.class));
        }
        creator = creator(plan, lookup);
    }

    private static MethodHandle creator(ObjectPlan plan, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        if (plan.creation() == ObjectPlan.Creation.ALLOCATE) {
            return null;
        }
        boolean record = plan.creation() == ObjectPlan.Creation.RECORD;
        List<Class<?>> types =
                plan.fields().stream().<Class<?>>map(FieldPlan::type).toList();
        MethodType type = MethodType.methodType(void.class, record ? types : List.of());
        MethodHandle constructor = lookup.findConstructor(plan.valueClass(), type);
        return constructor
                .asSpreader(Object[].class, type.parameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    @Override
    public ObjectPlan plan() {
        return plan;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        Object[] values = values(value);
        for (int i = 0; i < values.length; i++) {
            if (slots[i] != null) {
                slots[i].write(values[i], out, tags, depth);
            } else if (fields[i].type().isPrimitive()) {
                codecs[i].write(values[i], out, tags, depth);
            } else {
                codecs[i].writeNullable(values[i], out, tags, depth);
            }
        }
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < values.length; i++) {
            if (slots[i] != null) {
                values[i] = Slot.read(in, tags);
            } else {
                values[i] =
                        fields[i].type().isPrimitive() ? codecs[i].read(in, tags) : codecs[i].readNullable(in, tags);
            }
        }
        return build(values);
    }

    @Override
    public Object copy(Object value, int depth) {
        Object[] values = values(value);
        Object[] copies = new Object[values.length];
        boolean same = plan.fixed();
        for (int i = 0; i < values.length; i++) {
            copies[i] = slots[i] != null ? slots[i].copy(values[i], depth) : codecs[i].copyNullable(values[i], depth);
            same &= copies[i] == values[i] || fields[i].type().isPrimitive();
        }
        return same ? value : build(copies);
    }

    @Override
    public int hashFields(Object value) {
        Object[] values = values(value);
        int h = values.length;
        for (int i = 0; i < values.length; i++) {
            h = Mix.and(h, slots[i] != null ? slots[i].hash(values[i]) : codecs[i].hashNullable(values[i]));
        }
        return Mix.of(h);
    }

    @Override
    public boolean equal(Object left, Object right) {
        Object[] a = values(left);
        Object[] b = values(right);
        boolean same = true;
        for (int i = 0; same && i < a.length; i++) {
            same = slots[i] != null ? slots[i].equal(a[i], b[i]) : codecs[i].equalNullable(a[i], b[i]);
        }
        return same;
    }

    @Override
    public int compare(Object left, Object right) {
        Object[] a = values(left);
        Object[] b = values(right);
        int order = 0;
        for (int i = 0; order == 0 && i < a.length; i++) {
            order = slots[i] != null ? slots[i].compare(a[i], b[i]) : codecs[i].compareNullable(a[i], b[i]);
        }
        return order;
    }

    @Override
    public Object[] values(Object object) {
        Object[] values = new Object[getters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(getters[i], object);
        }
        return values;
    }

    @Override
    public Object build(Object[] values) {
        if (plan.creation() == ObjectPlan.Creation.RECORD) {
            return make(values);
        }
        Object object = create();
        for (int i = 0; i < values.length; i++) {
            set(setters[i], object, values[i]);
        }
        return object;
    }

    @Override
    public Object create() {
        return switch (plan.creation()) {
            case RECORD -> make(defaults());
            case CONSTRUCTOR -> make(new Object[0]);
            case ALLOCATE -> Allocation.allocate(plan.valueClass());
        };
    }

    private static Object get(MethodHandle getter, Object object) {
        try {
            return getter.invokeExact(object);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static void set(MethodHandle setter, Object object, Object value) {
        try {
            setter.invokeExact(object, value);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private Object make(Object[] arguments) {
        try {
            return creator.invokeExact(arguments);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** What a constructor throws goes on as it is, as it does from generated code. */
    private static RuntimeException failed(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new CodecException("a constructor failed: " + e, e);
    }
}
