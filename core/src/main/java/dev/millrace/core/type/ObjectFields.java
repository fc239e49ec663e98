package dev.millrace.core.type;

import dev.millrace.core.tuple.Tuple;
import dev.millrace.core.type.codec.BuiltIns;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The fields that make up the objects of a class: all but static and transient ones, those of superclasses first.
 *
 * <p>The order is part of the hash and of the written form, so it must not depend on the compiler: records by component,
 * tuples by number, others by name.
 */
final class ObjectFields {

    private static final Comparator<Field> BY_NAME = Comparator.comparing(Field::getName);
    private static final Comparator<Field> BY_NUMBER =
            Comparator.<Field>comparingInt(field -> field.getName().length()).thenComparing(BY_NAME);

    private ObjectFields() {}

    static List<Field> of(Class<?> valueClass) {
        List<Field> fields = new ArrayList<>();
        if (valueClass.isRecord()) {
            for (RecordComponent component : valueClass.getRecordComponents()) {
                fields.add(field(valueClass, component.getName()));
            }
            return fields;
        }
        for (Class<?> owner : hierarchy(valueClass)) {
            List<Field> own = new ArrayList<>();
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    own.add(field);
                }
            }
            own.sort(Tuple.class.isAssignableFrom(owner) ? BY_NUMBER : BY_NAME);
            fields.addAll(own);
        }
        return fields;
    }

    /** The class and its superclasses of the user's, the highest first. */
    static List<Class<?>> hierarchy(Class<?> valueClass) {
        List<Class<?>> hierarchy = new ArrayList<>();
        for (Class<?> owner = valueClass; owner != null && !BuiltIns.isLibrary(owner); owner = owner.getSuperclass()) {
            hierarchy.add(0, owner);
        }
        return hierarchy;
    }

    /** The first superclass of the Java library. */
    static Class<?> librarySuperclass(Class<?> valueClass) {
        Class<?> owner = valueClass;
        while (!BuiltIns.isLibrary(owner)) {
            owner = owner.getSuperclass();
        }
        return owner;
    }

    /** Whether objects of a class of the library hold state of their own, which cannot be read or set. */
    static boolean hasState(Class<?> libraryClass) {
        for (Class<?> owner = libraryClass; owner != null; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Field field(Class<?> owner, String name) {
        try {
            return owner.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record's component without a field: " + owner.getName() + "." + name, e);
        }
    }
}
