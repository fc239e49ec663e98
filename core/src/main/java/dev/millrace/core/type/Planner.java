package dev.millrace.core.type;

import dev.millrace.core.tuple.Tuple;
import dev.millrace.core.type.codec.BuiltIns;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.generate.EqualsCode;
import dev.millrace.core.type.generate.FieldPlan;
import dev.millrace.core.type.generate.ObjectPlan;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans how the objects of a user's class are handled, from the class alone. */
final class Planner {

    private final BuiltIns builtIns;
    private final Codecs codecs;
    private final CustomTypes custom;

    Planner(BuiltIns builtIns, Codecs codecs, CustomTypes custom) {
        this.builtIns = builtIns;
        this.codecs = codecs;
        this.custom = custom;
    }

    ObjectPlan plan(Class<?> valueClass) {
        List<FieldPlan> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean fixed = true;
        for (Field field : ObjectFields.of(valueClass)) {
            String qualified = ClassNames.brief(field.getDeclaringClass()) + "." + field.getName();
            String name = names.add(field.getName()) ? field.getName() : qualified;
            fields.add(new FieldPlan(name, field, exact(field.getType(), valueClass)));
            fixed &= Modifier.isFinal(field.getModifiers());
        }
        boolean tuple = Tuple.class.isAssignableFrom(valueClass) && valueClass.getSuperclass() == Tuple.class;
        return new ObjectPlan(
                valueClass,
                creation(valueClass),
                new Immutability(builtIns, codecs, custom).ofObjects(valueClass),
                fixed,
                noKey(valueClass, fields),
                tuple && valueClass.getPackage() == Tuple.class.getPackage() ? BuiltIns.TUPLE : 0,
                fields);
    }

    private static ObjectPlan.Creation creation(Class<?> valueClass) {
        if (valueClass.isRecord()) {
            return ObjectPlan.Creation.RECORD;
        }
        try {
            valueClass.getDeclaredConstructor();
            return ObjectPlan.Creation.CONSTRUCTOR;
        } catch (NoSuchMethodException e) {
            return ObjectPlan.Creation.ALLOCATE;
        }
    }

    /**
     * The codec of all values of a field, when its class can have no subclass. Not for a class that leads back to its
     * owner, whose description would have no end.
     */
    private Codec exact(Class<?> declared, Class<?> owner) {
        if (declared.isPrimitive()) {
            return null;
        }
        if (builtIns.isExact(declared)) {
            return codecs.codec(declared);
        }
        boolean user =
                !BuiltIns.isLibrary(declared) && !declared.isArray() && Modifier.isFinal(declared.getModifiers());
        return user && !reaches(declared, owner, new HashSet<>()) ? codecs.codec(declared) : null;
    }

    private boolean reaches(Class<?> from, Class<?> target, Set<Class<?>> visited) {
        if (from == target) {
            return true;
        }
        boolean closed = BuiltIns.isLibrary(from) || from.isArray() || !Modifier.isFinal(from.getModifiers());
        if (closed || custom.handles(from) || !visited.add(from)) {
            return false;
        }
        for (Field field : ObjectFields.of(from)) {
            if (reaches(field.getType(), target, visited)) {
                return true;
            }
        }
        return false;
    }

    private static String noKey(Class<?> valueClass, List<FieldPlan> fields) {
        boolean own = overrides(valueClass, "equals", Object.class) && overrides(valueClass, "hashCode");
        if (!valueClass.isRecord() && !own) {
            return valueClass.getName()
                    + " cannot be a key: it has no equals and hashCode by content; make it a record,"
                    + " write both, or take some of its fields as the key";
        }
        boolean ours = valueClass.getPackage() == Tuple.class.getPackage();
        Optional<Field> ignored = valueClass.isRecord() || ours
                ? Optional.empty()
                : EqualsCode.ignored(
                        valueClass, fields.stream().map(FieldPlan::field).toList());
        if (ignored.isPresent()) {
            return valueClass.getName() + " cannot be a key: its equals ignores the field "
                    + ignored.get().getName()
                    + ", but keys are hashed and compared by all their fields; mark that field"
                    + " transient, compare it, or take the others as the key";
        }
        for (FieldPlan field : fields) {
            if (field.exact() != null && field.exact().noKey() != null) {
                return valueClass.getName() + " cannot be a key: its field " + field.name() + " is none: "
                        + field.exact().noKey();
            }
        }
        return null;
    }

    private static boolean overrides(Class<?> valueClass, String method, Class<?>... arguments) {
        try {
            return !BuiltIns.isLibrary(valueClass.getMethod(method, arguments).getDeclaringClass());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every object has " + method, e);
        }
    }
}
