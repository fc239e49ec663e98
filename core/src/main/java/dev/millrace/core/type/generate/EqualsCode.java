package dev.millrace.core.type.generate;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads in the bytecode of a class's {@code equals} which fields it compares. The structural hash takes all fields; a class
 * whose {@code equals} leaves some out would scatter equal keys over the cluster, without a word.
 *
 * <p>Only what is certain counts: an {@code equals} that reads no field itself, or hands its object to foreign code, may
 * compare everything.
 */
public final class EqualsCode {

    private static final String EQUALS = "equals(Ljava/lang/Object;)Z";

    private final Set<String> read = new HashSet<>();
    private final Set<String> visited = new HashSet<>();
    private boolean unclear;

    private EqualsCode() {}

    /** The first of the fields that the class's {@code equals} certainly ignores. */
    public static Optional<Field> ignored(Class<?> valueClass, List<Field> fields) {
        EqualsCode code = new EqualsCode();
        code.visit(valueClass, EQUALS);
        if (code.unclear || code.read.isEmpty()) {
            return Optional.empty();
        }
        return fields.stream()
                .filter(field -> !code.read.contains(field.getName()))
                .findFirst();
    }

    private void visit(Class<?> owner, String method) {
        if (owner == null || owner.getClassLoader() == null || !visited.add(owner.getName() + "." + method)) {
            return;
        }
        String file = owner.getName().substring(owner.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                unclear = true;
                return;
            }
            MethodFinder finder = new MethodFinder(owner, method);
            new ClassReader(in).accept(finder, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            if (!finder.found) {
                visit(owner.getSuperclass(), method);
            }
        } catch (IOException | IllegalArgumentException e) {
            unclear = true; // bytes this reader cannot read prove nothing
        }
    }

    /** Finds one method of a class and follows what it does with its object. */
    private final class MethodFinder extends ClassVisitor {

        private final Class<?> owner;
        private final String method;
        private boolean found;

        private MethodFinder(Class<?> owner, String method) {
            super(Opcodes.ASM9);
            this.owner = owner;
            this.method = method;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if (!method.equals(name + descriptor)) {
                return null;
            }
            found = true;
            return new Body(owner);
        }
    }

    /** Collects the fields that a method reads, also through the object's own methods. */
    private final class Body extends MethodVisitor {

        private final Class<?> owner;

        private Body(Class<?> owner) {
            super(Opcodes.ASM9);
            this.owner = owner;
        }

        @Override
        public void visitFieldInsn(int opcode, String holder, String name, String descriptor) {
            if (opcode == Opcodes.GETFIELD && isOwn(holder)) {
                read.add(name);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String holder, String name, String descriptor, boolean isInterface) {
            if (isOwn(holder)) {
                visit(owner(holder), name + descriptor);
            } else if (!holder.startsWith("java/") && !holder.startsWith("kotlin/")) {
                unclear |= descriptor.contains("Ljava/lang/Object;");
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                unclear |= argument.getSort() == Type.OBJECT && isOwn(argument.getInternalName());
            }
        }

        private boolean isOwn(String holder) {
            return owner(holder) != null;
        }

        private Class<?> owner(String holder) {
            for (Class<?> each = owner; each != null; each = each.getSuperclass()) {
                if (Type.getInternalName(each).equals(holder)) {
                    return each;
                }
            }
            return null;
        }
    }
}
