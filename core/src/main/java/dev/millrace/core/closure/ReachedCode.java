package dev.millrace.core.closure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Follows calls from method to method as long as it is certain which code they run, and looks for anything by which an object
 * could be kept or found: static fields that hold objects, calls of methods that an unknown class may bring, code that cannot
 * be read. Of the library only what works on values that cannot change is trusted.
 */
final class ReachedCode {
    /** Classes whose objects can neither change nor refer to anything that can. */
    static final Set<String> CONSTANTS = Set.of(
            "java/lang/String",
            "java/lang/Long",
            "java/lang/Integer",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Boolean",
            "java/lang/Double",
            "java/lang/Float");

    private static final String BUILDER = "java/lang/StringBuilder";

    /** Classes that keep nothing of what they are given, when that is of the constant classes. */
    private static final Set<String> KEEPS_NOTHING = Set.of("java/lang/Math", "java/lang/StrictMath", BUILDER);

    private static final int METHODS_MAX = 200;

    private final ClassLoader loader;
    private final Map<String, Optional<ClassCode>> classes = new HashMap<>();
    private final Set<Call> seen = new HashSet<>();
    private final Deque<Call> open = new ArrayDeque<>();
    private boolean writes;

    /** A call in byte code; names as they stand there. */
    record Call(Kind kind, String owner, String name, String descriptor) {
        /** How the code that runs is found. */
        enum Kind {
            /** It is the named method itself. */
            EXACT,
            /** A subclass may have another. */
            BY_OBJECT
        }

        /** Written out, as the start of a job asks for it: a record's own is put together from method handles when first called. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Call that
                    && that.kind == kind
                    && that.owner.equals(owner)
                    && that.name.equals(name)
                    && that.descriptor.equals(descriptor);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * kind.ordinal() + owner.hashCode()) + name.hashCode()) + descriptor.hashCode();
        }
    }

    ReachedCode(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether nothing that can be reached from this method keeps or finds an object. */
    boolean isClosed(Call start) {
        open.add(start);
        while (!open.isEmpty()) {
            Call call = open.poll();
            if (seen.add(call) && (seen.size() > METHODS_MAX || !follow(call))) {
                return false;
            }
        }
        return true;
    }

    /** Whether code reached so far sets fields of objects or items of arrays, or builds texts. */
    boolean writes() {
        return writes;
    }

    private boolean follow(Call call) {
        String owner = call.owner();
        while (!owner.startsWith("java/")) {
            ClassCode code = code(owner).orElse(null);
            if (code == null) {
                return false;
            }
            ClassCode.MethodCode method = code.method(call.name(), call.descriptor());
            if (method != null) {
                open.addAll(method.calls());
                writes |= method.writes();
                return isCertain(call, method) && method.isClean(this::isEnum);
            }
            owner = code.superclass();
        }
        writes |= owner.equals(BUILDER); // it may be a part of what is given
        return isTrusted(owner, call);
    }

    private boolean isCertain(Call call, ClassCode.MethodCode method) {
        return call.kind() == Call.Kind.EXACT
                || method.cannotBeOverridden()
                || code(call.owner()).map(ClassCode::isFinal).orElse(false);
    }

    private boolean isEnum(String name) {
        return !name.startsWith("java/") && code(name).map(ClassCode::isEnum).orElse(false);
    }

    private Optional<ClassCode> code(String name) {
        return classes.computeIfAbsent(name, absent -> ClassCode.read(absent, loader));
    }

    /** Whether a call is of library code that is known to keep and find nothing. */
    static boolean isTrusted(Call call) {
        return isTrusted(call.owner(), call);
    }

    private static boolean isTrusted(String owner, Call call) {
        return switch (owner) {
            case "java/lang/Object", "java/lang/Record" -> call.name().equals("<init>");
            case "java/lang/Enum" ->
                call.name().equals("ordinal") || call.name().equals("name");
            case "java/util/Objects" ->
                call.name().equals("requireNonNull")
                        && call.descriptor().equals("(Ljava/lang/Object;)Ljava/lang/Object;");
            default -> (CONSTANTS.contains(owner) || KEEPS_NOTHING.contains(owner)) && takesConstants(call);
        };
    }

    /** Whether no argument is of a class whose methods somebody else may have written. */
    private static boolean takesConstants(Call call) {
        if (call.name().equals("equals")) {
            return true;
        }
        for (Type argument : Type.getArgumentTypes(call.descriptor())) {
            if (!isConstant(argument)) {
                return false;
            }
        }
        return true;
    }

    static boolean isConstant(Type type) {
        return type.getSort() < Type.ARRAY
                || type.getSort() == Type.OBJECT && CONSTANTS.contains(type.getInternalName());
    }
}
