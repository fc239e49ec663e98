package dev.millrace.core.type;

import dev.millrace.core.type.codec.BuiltIns;
import dev.millrace.core.type.codec.CodecException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.stream.BaseStream;

/**
 * Finds what cannot be serialized in a class, by the declared classes of its fields and theirs, and names the path to it.
 * What only values can tell is found when they are written.
 */
final class Inspection {

    private static final String REMEDY = "mark it transient, or register a serializer";
    private static final List<Class<?>> NEVER = List.of(
            Thread.class,
            ThreadGroup.class,
            ThreadLocal.class,
            ClassLoader.class,
            Process.class,
            InputStream.class,
            OutputStream.class,
            Reader.class,
            Writer.class,
            Executor.class,
            Future.class,
            Lock.class,
            BaseStream.class);

    private final BuiltIns builtIns;
    private final CustomTypes custom;
    private final Set<Class<?>> seen = new HashSet<>();

    Inspection(BuiltIns builtIns, CustomTypes custom) {
        this.builtIns = builtIns;
        this.custom = custom;
    }

    /** Checks a class of values; the path begins with {@code root}. */
    void check(Class<?> valueClass, String root) {
        checkClass(valueClass, root);
    }

    /** The field's class, and the type arguments of collections: what is inside is known from the class, too. */
    private void checkField(Field field, String path) {
        checkClass(field.getType(), path);
        if (isContainer(field.getType())) {
            checkArguments(field.getGenericType(), path);
        }
    }

    private void checkArguments(Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                Type raw = argument instanceof ParameterizedType nested ? nested.getRawType() : argument;
                if (raw instanceof Class<?> inside) {
                    checkClass(inside, path + "[]");
                    if (isContainer(inside)) {
                        checkArguments(argument, path + "[]");
                    }
                }
            }
        }
    }

    private static boolean isContainer(Class<?> raw) {
        return Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw) || raw == Optional.class;
    }

    private void checkClass(Class<?> declared, String path) {
        if (declared.isPrimitive() || !seen.add(declared) || custom.handles(declared)) {
            return;
        }
        if (declared.isArray()) {
            checkClass(declared.getComponentType(), path + "[]");
            return;
        }
        for (Class<?> never : NEVER) {
            if (never.isAssignableFrom(declared)) {
                throw refused(path, declared, REMEDY);
            }
        }
        if (declared.isSealed()) {
            for (Class<?> permitted : declared.getPermittedSubclasses()) {
                checkClass(permitted, path);
            }
        }
        boolean open =
                declared.isInterface() || declared == Object.class || declared == Void.class || declared.isEnum();
        if (open || builtIns.of(declared) != null || Throwable.class.isAssignableFrom(declared)) {
            return;
        }
        if (BuiltIns.isLibrary(declared)) {
            if (!Modifier.isAbstract(declared.getModifiers())) {
                throw refused(path, declared, REMEDY);
            }
            return;
        }
        checkUserClass(declared, path);
    }

    private void checkUserClass(Class<?> declared, String path) {
        if (declared.isSynthetic() || declared.isHidden() && declared.getName().contains("$$Lambda")) {
            throw refused(path, declared, "it is a lambda; keep data in fields and code in functions");
        }
        Class<?> library = ObjectFields.librarySuperclass(declared);
        if (ObjectFields.hasState(library) && !LibrarySubclass.supports(declared)) {
            throw refused(
                    path,
                    declared,
                    "it extends " + library.getName() + ", whose fields are closed; hold one instead, or register a"
                            + " serializer");
        }
        for (Field field : ObjectFields.of(declared)) {
            if (field.isSynthetic() && field.getName().startsWith("this$")) {
                throw refused(path, declared, "it is an inner class and holds its outer object; make it static");
            }
            checkField(field, path + "." + field.getName());
        }
    }

    private static CodecException refused(String path, Class<?> culprit, String remedy) {
        return new CodecException(path + ": " + culprit.getName() + " cannot be serialized; " + remedy);
    }
}
