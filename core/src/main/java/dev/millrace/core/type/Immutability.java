package dev.millrace.core.type;

import dev.millrace.core.type.codec.BuiltIns;
import dev.millrace.core.type.codec.Codecs;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides whether the objects of a class are deeply immutable: all fields final, transient ones too, and of immutable
 * classes that no subclass can betray. A class that refers to itself is immutable unless something else speaks against
 * it, so classes under decision count as immutable.
 */
final class Immutability {

    private final BuiltIns builtIns;
    private final Codecs codecs;
    private final CustomTypes custom;
    private final Set<Class<?>> assumed = new HashSet<>();

    Immutability(BuiltIns builtIns, Codecs codecs, CustomTypes custom) {
        this.builtIns = builtIns;
        this.codecs = codecs;
        this.custom = custom;
    }

    /** Whether every object of exactly this class is. */
    boolean ofObjects(Class<?> valueClass) {
        if (!assumed.add(valueClass)) {
            return true;
        }
        if (ObjectFields.hasState(ObjectFields.librarySuperclass(valueClass))) {
            return false;
        }
        for (Class<?> owner : ObjectFields.hierarchy(valueClass)) {
            for (Field field : owner.getDeclaredFields()) {
                boolean counts = !Modifier.isStatic(field.getModifiers());
                if (counts && !(Modifier.isFinal(field.getModifiers()) && ofDeclared(field.getType()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether every value of a field of this class is. */
    private boolean ofDeclared(Class<?> declared) {
        if (declared.isPrimitive()) {
            return true;
        }
        if (builtIns.isExact(declared)) {
            return codecs.codec(declared).immutable();
        }
        if (custom.handles(declared)) {
            return Modifier.isFinal(declared.getModifiers())
                    && codecs.codec(declared).immutable();
        }
        if (BuiltIns.isLibrary(declared) || declared.isArray()) {
            return false;
        }
        if (declared.isSealed()) {
            for (Class<?> permitted : declared.getPermittedSubclasses()) {
                if (!ofDeclared(permitted)) {
                    return false;
                }
            }
            return Modifier.isAbstract(declared.getModifiers()) || ofObjects(declared);
        }
        return Modifier.isFinal(declared.getModifiers()) && ofObjects(declared);
    }
}
