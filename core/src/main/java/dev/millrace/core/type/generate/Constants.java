package dev.millrace.core.type.generate;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The helper objects of a generated class: each is a static final field, which the compiler treats as a constant, filled
 * from the class data when the class is initialized.
 */
final class Constants {

    private record Constant(String name, Class<?> type) {}

    private final String owner;
    private final List<Constant> constants = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Constants(String owner) {
        this.owner = owner;
    }

    /** Adds a constant and returns its name. */
    String add(Class<?> type, Object value) {
        String name = "constant" + constants.size();
        constants.add(new Constant(name, type));
        values.add(value);
        return name;
    }

    void push(Code code, Class<?> type, String name) {
        code.raw().visitFieldInsn(Opcodes.GETSTATIC, owner, name, Type.getDescriptor(type));
    }

    /** The class data that the class's initializer expects. */
    Object[] values() {
        return values.toArray();
    }

    /** Declares the fields and writes the initializer. */
    void finish(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        Code code = new Code(method);
        code.invokeStatic(MethodHandles.class, "lookup", MethodHandles.Lookup.class);
        method.visitLdcInsn("_");
        code.push(Object[].class)
                .invokeStatic(
                        MethodHandles.class,
                        "classData",
                        Object.class,
                        MethodHandles.Lookup.class,
                        String.class,
                        Class.class)
                .cast(Object[].class)
                .store(0);
        for (int i = 0; i < constants.size(); i++) {
            Constant constant = constants.get(i);
            String descriptor = Type.getDescriptor(constant.type);
            writer.visitField(
                            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
                            constant.name,
                            descriptor,
                            null,
                            null)
                    .visitEnd();
            code.load(0).push(i).op(Opcodes.AALOAD).cast(constant.type);
            method.visitFieldInsn(Opcodes.PUTSTATIC, owner, constant.name, descriptor);
        }
        code.op(Opcodes.RETURN).end();
    }
}
