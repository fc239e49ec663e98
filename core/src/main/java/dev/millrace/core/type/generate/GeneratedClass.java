package dev.millrace.core.type.generate;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.invoke.MethodType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class being written beside a user's: it implements one interface, and its constructor takes what it gives out. */
final class GeneratedClass {

    private final String name;
    private final Constants constants;
    private final ClassWriter writer = new ShallowFrames();

    GeneratedClass(Class<?> beside, String suffix, Class<?> implemented) {
        name = Type.getInternalName(beside) + suffix;
        constants = new Constants(name);
        String[] interfaces = {Type.getInternalName(implemented)};
        writer.visit(Opcodes.V17, ACC_PUBLIC | ACC_FINAL, name, null, "java/lang/Object", interfaces);
    }

    Constants constants() {
        return constants;
    }

    Code method(String methodName, Class<?> returns, Class<?>... arguments) {
        String descriptor = MethodType.methodType(returns, arguments).toMethodDescriptorString();
        return new Code(writer.visitMethod(ACC_PUBLIC, methodName, descriptor, null, null));
    }

    /** A constructor that takes one value for each accessor, and the accessors. */
    void accessors(String[] names, Class<?>... types) {
        Code constructor = method("<init>", void.class, types);
        constructor.load(0).construct(Object.class);
        for (int i = 0; i < names.length; i++) {
            String descriptor = Type.getDescriptor(types[i]);
            writer.visitField(ACC_PRIVATE | ACC_FINAL, names[i], descriptor, null, null)
                    .visitEnd();
            constructor.load(0).load(i + 1).raw().visitFieldInsn(PUTFIELD, name, names[i], descriptor);
            Code accessor = method(names[i], types[i]);
            accessor.load(0).raw().visitFieldInsn(GETFIELD, name, names[i], descriptor);
            accessor.op(ARETURN).end();
        }
        constructor.op(RETURN).end();
    }

    byte[] toBytes() {
        constants.finish(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
