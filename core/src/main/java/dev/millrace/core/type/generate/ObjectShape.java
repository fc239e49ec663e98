package dev.millrace.core.type.generate;

import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.NEW;

import dev.millrace.core.type.codec.Codecs;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.objectweb.asm.Type;

/** Emits how objects of a class are put together from their fields. */
final class ObjectShape {

    private final ObjectPlan plan;
    private final Class<?> valueClass;
    private final List<FieldCode> fields = new ArrayList<>();

    ObjectShape(ObjectPlan plan, MethodHandles.Lookup lookup, Constants constants, Codecs codecs)
            throws IllegalAccessException {
        this.plan = plan;
        valueClass = plan.valueClass();
        for (FieldPlan field : plan.fields()) {
            fields.add(new FieldCode(field, valueClass, lookup, constants, codecs));
        }
    }

    List<FieldCode> fields() {
        return fields;
    }

    /** Pushes a new object whose fields get what {@code value} pushes for each. */
    void assemble(Code code, int local, IntConsumer value) {
        if (plan.creation() == ObjectPlan.Creation.RECORD) {
            newObject(code);
            List<Class<?>> types = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                value.accept(i);
                fields.get(i).castToType(code);
                types.add(fields.get(i).plan().type());
            }
            code.construct(valueClass, types.toArray(new Class<?>[0]));
            return;
        }
        create(code);
        code.store(local);
        for (int i = 0; i < fields.size(); i++) {
            int field = i;
            fields.get(i).store(code, local, () -> value.accept(field));
        }
        code.load(local);
    }

    private void newObject(Code code) {
        code.raw().visitTypeInsn(NEW, Type.getInternalName(valueClass));
        code.op(DUP);
    }

    void create(Code code) {
        if (plan.creation() == ObjectPlan.Creation.CONSTRUCTOR) {
            newObject(code);
            code.construct(valueClass);
        } else {
            code.push(valueClass)
                    .invokeStatic(Allocation.class, "allocate", Object.class, Class.class)
                    .cast(valueClass);
        }
    }
}
