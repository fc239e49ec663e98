package dev.millrace.core.closure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the hidden references that anonymous and inner classes hold to the object around them, and sets those to null
 * that no method of the class, and no class nested in it, reads. The compiler writes them whether they are used or not.
 */
final class OuterReferences {

    private static final String PREFIX = "this$";

    private OuterReferences() {}

    static void dropUnused(Object function) {
        for (Class<?> type = function.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isSynthetic() && field.getName().startsWith(PREFIX) && !isRead(type, field.getName())) {
                    clear(function, field);
                }
            }
        }
    }

    private static void clear(Object function, Field field) {
        try {
            field.setAccessible(true);
            field.set(function, null);
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            // a class that forbids this keeps its reference; the check that follows says so if that matters
            return;
        }
    }

    /** Whether the field is read; true also when the class file is not to be had, which leaves the reference alone. */
    private static boolean isRead(Class<?> owner, String field) {
        Deque<String> unread = new ArrayDeque<>(List.of(owner.getName().replace('.', '/')));
        Set<String> known = new HashSet<>(unread);
        String internalName = unread.peek();
        while (!unread.isEmpty()) {
            String name = unread.poll();
            try (InputStream bytes = open(owner, name)) {
                if (bytes == null) {
                    return true;
                }
                Scan scan = new Scan(internalName, field);
                new ClassReader(bytes).accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                if (scan.found) {
                    return true;
                }
                scan.nested.stream().filter(known::add).forEach(unread::add);
            } catch (IOException | IllegalArgumentException e) {
                return true;
            }
        }
        return false;
    }

    private static InputStream open(Class<?> owner, String internalName) {
        ClassLoader loader = owner.getClassLoader();
        String path = internalName + ".class";
        return loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path);
    }

    /** Looks for reads of one field, and for the classes nested in the one it looks at. */
    private static final class Scan extends ClassVisitor {

        private final String owner;
        private final String field;
        private final List<String> nested = new ArrayList<>();
        private boolean found;

        Scan(String owner, String field) {
            super(Opcodes.ASM9);
            this.owner = owner;
            this.field = field;
        }

        @Override
        public void visitInnerClass(String name, String outerName, String innerName, int access) {
            if (name.startsWith(owner + "$")) {
                nested.add(name);
            }
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String sign, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitFieldInsn(int opcode, String fieldOwner, String fieldName, String type) {
                    found |= opcode == Opcodes.GETFIELD && fieldOwner.equals(owner) && fieldName.equals(field);
                }
            };
        }
    }
}
