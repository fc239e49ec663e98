package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.CodecException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Full access to a user's class. Each class loader has a module of its own, and a lookup loses the right to define nest
 * mates when it crosses modules; so one small class is defined beside the user's, and its lookup is taken.
 */
final class UserLookup {

    private static final String ANCHOR = "MillraceAnchor";
    private static final String FIELD = "LOOKUP";

    private UserLookup() {}

    static Lookup in(Class<?> valueClass) {
        try {
            Lookup lookup = MethodHandles.privateLookupIn(valueClass, MethodHandles.lookup());
            return lookup.hasFullPrivilegeAccess()
                    ? lookup
                    : MethodHandles.privateLookupIn(valueClass, anchored(valueClass, lookup));
        } catch (IllegalAccessException e) {
            throw new CodecException(
                    valueClass.getName() + " is closed: its module "
                            + valueClass.getModule().getName()
                            + " must open the package " + valueClass.getPackageName()
                            + " (or register a serializer for it)",
                    e);
        }
    }

    private static Lookup anchored(Class<?> valueClass, Lookup lookup) throws IllegalAccessException {
        String packageName = valueClass.getPackageName();
        String name = packageName.isEmpty() ? ANCHOR : packageName + "." + ANCHOR;
        Class<?> anchor;
        try {
            anchor = lookup.defineClass(bytes(name.replace('.', '/')));
        } catch (LinkageError alreadyDefined) {
            anchor = load(name, valueClass.getClassLoader(), alreadyDefined);
        }
        try {
            return (Lookup) MethodHandles.privateLookupIn(anchor, MethodHandles.lookup())
                    .findStaticVarHandle(anchor, FIELD, Lookup.class)
                    .get();
        } catch (NoSuchFieldException e) {
            throw new CodecException(name + " is a name the engine needs in the user's packages", e);
        }
    }

    private static Class<?> load(String name, ClassLoader loader, LinkageError why) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    /** A class with nothing but its own lookup, which only the package can see. */
    private static byte[] bytes(String name) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, null, "java/lang/Object", null);
        String descriptor = Type.getDescriptor(Lookup.class);
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, FIELD, descriptor, null, null)
                .visitEnd();
        Code code = new Code(writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null));
        code.invokeStatic(MethodHandles.class, "lookup", Lookup.class);
        code.raw().visitFieldInsn(Opcodes.PUTSTATIC, name, FIELD, descriptor);
        code.op(Opcodes.RETURN).end();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
