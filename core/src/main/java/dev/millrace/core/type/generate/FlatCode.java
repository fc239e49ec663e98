package dev.millrace.core.type.generate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.millrace.core.type.codec.Codecs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class of a {@link FlatCodec}. */
final class FlatCode {

    /** Local of the object cast to its class; then come the values that must be checked before any is stored. */
    private static final int OBJECT = 4;

    private final ObjectPlan plan;
    private final List<FlatField> flat;
    private final String name;
    private final Constants constants;
    private final ObjectShape shape;
    private final ClassWriter writer = new ShallowFrames();

    FlatCode(ObjectPlan plan, List<FlatField> flat, MethodHandles.Lookup lookup, Codecs codecs)
            throws IllegalAccessException {
        this.plan = plan;
        this.flat = flat;
        name = Type.getInternalName(plan.valueClass()) + "$MillraceColumns";
        constants = new Constants(name);
        shape = new ObjectShape(plan, lookup, constants, codecs);
    }

    Object[] classData() {
        return constants.values();
    }

    byte[] toBytes() {
        writer.visit(Opcodes.V17, ACC_PUBLIC | ACC_FINAL, name, null, Type.getInternalName(FlatCodec.class), null);
        method("<init>", void.class, ObjectPlan.class, List.class)
                .load(0)
                .load(1)
                .load(2)
                .construct(FlatCodec.class, ObjectPlan.class, List.class)
                .op(RETURN)
                .end();
        store();
        load();
        constants.finish(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Code method(String methodName, Class<?> returns, Class<?>... arguments) {
        String descriptor = MethodType.methodType(returns, arguments).toMethodDescriptorString();
        return new Code(writer.visitMethod(ACC_PUBLIC, methodName, descriptor, null, null));
    }

    private void store() {
        Code code = method("store", boolean.class, Object.class, Object[].class, int.class);
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
        Code code = method("load", Object.class, Object[].class, int.class);
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
