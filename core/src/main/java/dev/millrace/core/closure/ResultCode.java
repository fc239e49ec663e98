package dev.millrace.core.closure;

import dev.millrace.core.closure.ReachedCode.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the methods of one class return and give to collectors, read from its class file. */
final class ResultCode extends ClassVisitor {
    private final Map<String, ResultMethod> methods = new HashMap<>();
    private int access;
    private String superclass;

    private ResultCode() {
        super(Opcodes.ASM9);
    }

    /** The code of a class; empty when it cannot be read. */
    static Optional<ResultCode> read(String name, ClassLoader loader) {
        return ClassFile.read(name, loader, new ResultCode());
    }

    boolean isFinal() {
        return (access & Opcodes.ACC_FINAL) != 0;
    }

    String superclass() {
        return superclass;
    }

    /** A method that the class declares, or null. */
    ResultMethod method(String name, String descriptor) {
        return methods.get(name + descriptor);
    }

    /** The methods of a name that somebody wrote: others of that name only pass on to them. */
    List<ResultMethod> written(String name) {
        List<ResultMethod> written = new ArrayList<>();
        methods.forEach((signature, method) -> {
            if (signature.startsWith(name + "(") && !method.isBridge()) {
                written.add(method);
            }
        });
        return written;
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
        ResultMethod method = new ResultMethod(methodAccess, descriptor);
        methods.put(name + descriptor, method);
        return method;
    }

    /** Where a result comes from: a call whose result it is, or nothing that could be shared. */
    record Origin(Call call) {
        /** A value that never changes, or null. */
        static final Origin CONSTANT = new Origin(null);
    }
}
