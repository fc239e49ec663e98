package dev.millrace.core.closure;

import dev.millrace.core.closure.ReachedCode.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the methods of one class call, and whether they touch static objects or write fields, read from its class file. */
final class ClassCode extends ClassVisitor {
    private final Map<String, MethodCode> methods = new HashMap<>();
    private int access;
    private String superclass;

    private ClassCode() {
        super(Opcodes.ASM9);
    }

    /** The code of a class; empty when it cannot be read. */
    static Optional<ClassCode> read(String name, ClassLoader loader) {
        return ClassFile.read(name, loader, new ClassCode());
    }

    boolean isFinal() {
        return (access & Opcodes.ACC_FINAL) != 0;
    }

    boolean isEnum() {
        return (access & Opcodes.ACC_ENUM) != 0;
    }

    String superclass() {
        return superclass;
    }

    /** A method that the class declares, or null. */
    MethodCode method(String name, String descriptor) {
        return methods.get(name + descriptor);
    }

    @Override
    public void visit(
            int version, int classAccess, String name, String signature, String superName, String[] interfaces) {
        access = classAccess;
        superclass = superName;
    }

    @Override
    public MethodVisitor visitMethod(
            int methodAccess, String name, String descriptor, String signature, String[] exceptions) {
        MethodCode code = new MethodCode(methodAccess);
        methods.put(name + descriptor, code);
        return code;
    }

    /** One method. */
    static final class MethodCode extends MethodVisitor {
        private final List<Call> calls = new ArrayList<>();
        /** Classes that hold what was read from static fields of their own type: harmless if they are enums. */
        private final List<String> enumsAtBest = new ArrayList<>();

        private final int access;
        private boolean unclean;
        private boolean writes;

        private MethodCode(int access) {
            super(Opcodes.ASM9);
            this.access = access;
            this.unclean = (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) != 0;
        }

        List<Call> calls() {
            return calls;
        }

        boolean cannotBeOverridden() {
            return (access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0;
        }

        /** Whether the method itself keeps and finds nothing; its calls are another matter. */
        boolean isClean(Predicate<String> isEnum) {
            return !unclean && enumsAtBest.stream().allMatch(isEnum);
        }

        /** Whether the method itself sets fields of objects or items of arrays, be they new or not. */
        boolean writes() {
            return writes;
        }

        @Override
        public void visitInsn(int opcode) {
            writes |= opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            writes |= opcode == Opcodes.PUTFIELD;
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            if (isStatic && !ReachedCode.isConstant(Type.getType(descriptor))) {
                if (opcode == Opcodes.GETSTATIC && descriptor.equals("L" + owner + ";")) {
                    enumsAtBest.add(owner);
                } else {
                    unclean = true;
                }
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (opcode == Opcodes.INVOKEINTERFACE || ofInterface || owner.startsWith("[")) {
                unclean = true;
            } else {
                Call.Kind kind = opcode == Opcodes.INVOKEVIRTUAL ? Call.Kind.BY_OBJECT : Call.Kind.EXACT;
                calls.add(new Call(kind, owner, name, descriptor));
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            boolean joinsText = bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory");
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                joinsText &= ReachedCode.isConstant(argument);
            }
            unclean |= !joinsText;
        }

        @Override
        public void visitLdcInsn(Object value) {
            unclean |= !(value instanceof String || value instanceof Number);
        }
    }
}
