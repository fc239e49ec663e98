package dev.millrace.core.type.generate;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.lang.invoke.MethodType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The body of one method being written, in terms of classes instead of descriptors. */
final class Code {

    private final MethodVisitor method;

    Code(MethodVisitor method) {
        this.method = method;
        method.visitCode();
    }

    MethodVisitor raw() {
        return method;
    }

    Code op(int opcode) {
        method.visitInsn(opcode);
        return this;
    }

    Code load(int local) {
        method.visitVarInsn(ALOAD, local);
        return this;
    }

    Code store(int local) {
        method.visitVarInsn(Opcodes.ASTORE, local);
        return this;
    }

    Code loadInt(int local) {
        method.visitVarInsn(ILOAD, local);
        return this;
    }

    Code push(int number) {
        method.visitLdcInsn(number);
        return this;
    }

    Code push(Class<?> constant) {
        method.visitLdcInsn(Type.getType(constant));
        return this;
    }

    Code cast(Class<?> type) {
        if (type != Object.class) {
            method.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
        }
        return this;
    }

    Code invokeStatic(Class<?> owner, String name, Class<?> returns, Class<?>... arguments) {
        return invoke(INVOKESTATIC, owner, name, returns, arguments);
    }

    Code invokeVirtual(Class<?> owner, String name, Class<?> returns, Class<?>... arguments) {
        return invoke(INVOKEVIRTUAL, owner, name, returns, arguments);
    }

    Code invokeInterface(Class<?> owner, String name, Class<?> returns, Class<?>... arguments) {
        return invoke(INVOKEINTERFACE, owner, name, returns, arguments);
    }

    Code construct(Class<?> owner, Class<?>... arguments) {
        return invoke(INVOKESPECIAL, owner, "<init>", void.class, arguments);
    }

    private Code invoke(int opcode, Class<?> owner, String name, Class<?> returns, Class<?>... arguments) {
        String descriptor = MethodType.methodType(returns, arguments).toMethodDescriptorString();
        method.visitMethodInsn(opcode, Type.getInternalName(owner), name, descriptor, opcode == INVOKEINTERFACE);
        return this;
    }

    /** Boxes the primitive on the stack. */
    Code box(Class<?> primitive) {
        Class<?> box = MethodType.methodType(primitive).wrap().returnType();
        return invokeStatic(box, "valueOf", box, primitive);
    }

    /** Unboxes the object on the stack. */
    Code unbox(Class<?> primitive) {
        Class<?> box = MethodType.methodType(primitive).wrap().returnType();
        return cast(box).invokeVirtual(box, primitive.getName() + "Value", primitive);
    }

    void end() {
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
