package dev.millrace.core.type.generate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.IRETURN;

import dev.millrace.core.type.codec.Codecs;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;

/** Writes the class of a {@link FlatCodec}. */
final class FlatCode {

    /** Local of the object cast to its class; then come the values that must be checked before any is stored. */
    private static final int OBJECT = 4;

    private final ObjectPlan plan;
    private final List<FlatField> flat;
    private final GeneratedClass written;
    private final Constants constants;
    private final ObjectShape shape;

    FlatCode(ObjectPlan plan, List<FlatField> flat, MethodHandles.Lookup lookup, Codecs codecs)
            throws IllegalAccessException {
        this.plan = plan;
        this.flat = flat;
        written = new GeneratedClass(plan.valueClass(), "$MillraceColumns", FlatCodec.class);
        constants = written.constants();
        shape = new ObjectShape(plan, lookup, constants, codecs);
    }

    Object[] classData() {
        return constants.values();
    }

    byte[] toBytes() {
        written.accessors(new String[] {"plan", "columns"}, ObjectPlan.class, List.class);
        store();
        load();
        return written.toBytes();
    }

    private void store() {
        Code code = written.method("store", boolean.class, Object.class, Object[].class, int.class);
        Label misfit = new Label();
        requireClass(code, 1, plan.valueClass(), misfit);
        code.load(1).cast(plan.valueClass()).store(OBJECT);
        for (int i = 0; i < flat.size(); i++) {
            if (flat.get(i).check() != null) {
                shape.fields().get(i).load(code, OBJECT);
                code.store(OBJECT + 1 + i);
                check(code, OBJECT + 1 + i, flat.get(i), misfit);
            }
        }
        for (int i = 0; i < flat.size(); i++) {
            FlatField field = flat.get(i);
            pushColumn(code, 2, i).loadInt(3);
            if (field.check() == null) {
                shape.fields().get(i).load(code, OBJECT);
            } else {
                code.load(OBJECT + 1 + i);
                if (field.column().isPrimitive()) {
                    code.unbox(field.column());
                }
            }
            code.op(Type.getType(field.column()).getOpcode(IASTORE));
        }
        code.push(1).op(IRETURN).raw().visitLabel(misfit);
        code.push(0).op(IRETURN).end();
    }

    private void check(Code code, int local, FlatField field, Label misfit) {
        Label fits = new Label();
        if (field.nullable()) {
            code.load(local).raw().visitJumpInsn(IFNULL, fits);
        } else {
            code.load(local).raw().visitJumpInsn(IFNULL, misfit);
        }
        requireClass(code, local, field.check(), misfit);
        code.raw().visitLabel(fits);
    }

    private void requireClass(Code code, int local, Class<?> valueClass, Label misfit) {
        code.load(local).invokeVirtual(Object.class, "getClass", Class.class);
        constants.push(code, Class.class, constants.add(Class.class, valueClass));
        code.raw().visitJumpInsn(IF_ACMPNE, misfit);
    }

    private Code pushColumn(Code code, int columns, int i) {
        return code.load(columns).push(i).op(AALOAD).cast(flat.get(i).column().arrayType());
    }

    private void load() {
        Code code = written.method("load", Object.class, Object[].class, int.class);
        shape.assemble(code, 3, i -> {
            FlatField field = flat.get(i);
            pushColumn(code, 1, i).loadInt(2).op(Type.getType(field.column()).getOpcode(IALOAD));
            if (field.column().isPrimitive() && field.check() != null) {
                code.box(field.column());
            }
        });
        code.op(ARETURN).end();
    }
}
