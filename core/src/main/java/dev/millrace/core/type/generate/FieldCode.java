package dev.millrace.core.type.generate;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.core.type.codec.Slot;
import dev.millrace.core.type.codec.Tags;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Emits what generated methods do with one field. */
final class FieldCode {

    private final FieldPlan plan;
    private final Class<?> type;
    private final Constants constants;
    private final boolean readable;
    private final boolean writable;
    private final Class<?> helperType;
    private final Codecs codecs;
    private String helper;
    private final String getter;
    private final String setter;

    FieldCode(FieldPlan plan, Class<?> beside, MethodHandles.Lookup lookup, Constants constants, Codecs codecs)
            throws IllegalAccessException {
        this.plan = plan;
        this.type = plan.type();
        this.constants = constants;
        Field field = plan.field();
        readable = isReachable(field, beside);
        writable = readable && !Modifier.isFinal(field.getModifiers());
        getter = readable ? null : constants.add(MethodHandle.class, getter(field, lookup));
        setter = writable || field.getDeclaringClass().isRecord()
                ? null
                : constants.add(MethodHandle.class, setter(field, lookup));
        helperType = plan.open() ? Slot.class : Codec.class;
        this.codecs = codecs;
    }

    /** Whether a nest mate of the class may name the field and its type in its code. */
    private static boolean isReachable(Field field, Class<?> beside) {
        Class<?> owner = field.getDeclaringClass();
        int modifiers = field.getModifiers();
        boolean nest = owner == beside || owner.getNestHost() == beside.getNestHost();
        boolean packaged = !Modifier.isPrivate(modifiers) && samePackage(owner, beside);
        boolean open = Modifier.isPublic(modifiers) && isNameable(owner, beside);
        return (nest || packaged || open) && isNameable(field.getType(), beside) && !owner.isHidden();
    }

    static boolean isNameable(Class<?> type, Class<?> beside) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return !element.isHidden()
                && (element.isPrimitive() || Modifier.isPublic(element.getModifiers()) || samePackage(element, beside));
    }

    private static boolean samePackage(Class<?> a, Class<?> b) {
        return a.getClassLoader() == b.getClassLoader() && a.getPackageName().equals(b.getPackageName());
    }

    static MethodHandle getter(Field field, MethodHandles.Lookup lookup) throws IllegalAccessException {
        field.setAccessible(true);
        Class<?> carried = field.getType().isPrimitive() ? field.getType() : Object.class;
        return lookup.unreflectGetter(field).asType(MethodType.methodType(carried, Object.class));
    }

    static MethodHandle setter(Field field, MethodHandles.Lookup lookup) throws IllegalAccessException {
        field.setAccessible(true);
        Class<?> carried = field.getType().isPrimitive() ? field.getType() : Object.class;
        return lookup.unreflectSetter(field).asType(MethodType.methodType(void.class, Object.class, carried));
    }

    FieldPlan plan() {
        return plan;
    }

    /** Pushes the field of the object in a local. */
    void load(Code code, int object) {
        if (readable) {
            code.load(object);
            field(code, Opcodes.GETFIELD);
            return;
        }
        constants.push(code, MethodHandle.class, getter);
        code.load(object).invokeVirtual(MethodHandle.class, "invokeExact", carried(), Object.class);
    }

    /** Sets the field of the object in a local to what {@code value} pushes: a primitive, or any object. */
    void store(Code code, int object, Runnable value) {
        if (writable) {
            code.load(object);
            value.run();
            castToType(code);
            field(code, Opcodes.PUTFIELD);
            return;
        }
        constants.push(code, MethodHandle.class, setter);
        code.load(object);
        value.run();
        code.invokeVirtual(MethodHandle.class, "invokeExact", void.class, Object.class, carried());
    }

    private Class<?> carried() {
        return type.isPrimitive() ? type : Object.class;
    }

    private void field(Code code, int opcode) {
        Field field = plan.field();
        code.raw()
                .visitFieldInsn(
                        opcode,
                        Type.getInternalName(field.getDeclaringClass()),
                        field.getName(),
                        Type.getDescriptor(type));
    }

    /** Casts the object on the stack to the field's type. */
    void castToType(Code code) {
        if (!type.isPrimitive()) {
            code.cast(type);
        }
    }

    void write(Code code, int object, int out, int tags, int depth) {
        if (type.isPrimitive()) {
            code.load(out);
            load(code, object);
            Class<?> argument = isSmall() ? int.class : type;
            code.invokeInterface(DataOutputView.class, "write" + capital(), void.class, argument);
            return;
        }
        pushHelper(code);
        load(code, object);
        code.load(out).load(tags).loadInt(depth);
        String name = plan.open() ? "write" : "writeNullable";
        invokeHelper(code, name, void.class, Object.class, DataOutputView.class, Tags.class, int.class);
    }

    void read(Code code, int in, int tags) {
        if (type.isPrimitive()) {
            code.load(in).invokeInterface(DataInputView.class, "read" + capital(), type);
        } else if (plan.open()) {
            code.load(in).load(tags).invokeStatic(Slot.class, "read", Object.class, DataInputView.class, Tags.class);
        } else {
            pushHelper(code);
            code.load(in)
                    .load(tags)
                    .invokeInterface(Codec.class, "readNullable", Object.class, DataInputView.class, Tags.class);
        }
    }

    /** Pushes a copy of the field's value, or the value where it may be shared. */
    void copy(Code code, int object, int depth) {
        if (plan.immutable()) {
            load(code, object);
            return;
        }
        pushHelper(code);
        load(code, object);
        code.loadInt(depth);
        invokeHelper(code, plan.open() ? "copy" : "copyNullable", Object.class, Object.class, int.class);
    }

    void hash(Code code, int object) {
        if (type.isPrimitive()) {
            load(code, object);
            code.invokeStatic(Mix.class, "of", int.class, isSmall() ? int.class : type);
            return;
        }
        pushHelper(code);
        load(code, object);
        invokeHelper(code, plan.open() ? "hash" : "hashNullable", int.class, Object.class);
    }

    /** Pushes a boolean. */
    void equal(Code code, int left, int right) {
        if (type.isPrimitive()) {
            compare(code, left, right);
            code.invokeStatic(Zero.class, "is", boolean.class, int.class);
            return;
        }
        pushHelper(code);
        load(code, left);
        load(code, right);
        String name = plan.open() ? "equal" : "equalNullable";
        invokeHelper(code, name, boolean.class, Object.class, Object.class);
    }

    /** Pushes an int below, at or above zero. */
    void compare(Code code, int left, int right) {
        if (!type.isPrimitive()) {
            pushHelper(code);
        }
        load(code, left);
        load(code, right);
        if (type.isPrimitive()) {
            Class<?> compared = isSmall() ? int.class : type;
            Class<?> box = MethodType.methodType(compared).wrap().returnType();
            code.invokeStatic(box, "compare", int.class, compared, compared);
            return;
        }
        String name = plan.open() ? "compare" : "compareNullable";
        invokeHelper(code, name, int.class, Object.class, Object.class);
    }

    private void invokeHelper(Code code, String name, Class<?> returns, Class<?>... arguments) {
        if (plan.open()) {
            code.invokeVirtual(Slot.class, name, returns, arguments);
        } else {
            code.invokeInterface(Codec.class, name, returns, arguments);
        }
    }

    private void pushHelper(Code code) {
        if (helper == null) {
            helper = constants.add(helperType, plan.open() ? new Slot(codecs) : plan.exact());
        }
        constants.push(code, helperType, helper);
    }

    private boolean isSmall() {
        return type == byte.class || type == short.class || type == char.class;
    }

    private String capital() {
        String name = type.getName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
