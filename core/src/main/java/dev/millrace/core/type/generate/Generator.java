package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Codecs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/** Makes the codecs of user classes. */
public final class Generator {

    private final Codecs codecs;

    public Generator(Codecs codecs) {
        this.codecs = codecs;
    }

    /** The codec of the objects of one class; a {@link CodecException} when the class cannot be opened. */
    public ObjectCodec codec(ObjectPlan plan) {
        Class<?> valueClass = plan.valueClass();
        MethodHandles.Lookup lookup = UserLookup.in(valueClass);
        try {
            return canBeNamed(plan) ? generate(plan, lookup) : new InterpretedCodec(plan, lookup, codecs);
        } catch (LinkageError | MethodTooLargeException | ClassTooLargeException e) {
            return interpret(plan, lookup, e);
        } catch (ReflectiveOperationException e) {
            throw new CodecException(valueClass.getName() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Code names classes, so that it cannot be written for hidden ones, nor for parameters out of its reach. */
    private static boolean canBeNamed(ObjectPlan plan) {
        Class<?> valueClass = plan.valueClass();
        return !valueClass.isHidden()
                && plan.fields().stream()
                        .allMatch(f -> !valueClass.isRecord() || FieldCode.isNameable(f.type(), valueClass));
    }

    private ObjectCodec generate(ObjectPlan plan, MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        ObjectCode code = new ObjectCode(plan, lookup, codecs);
        MethodHandles.Lookup defined = lookup.defineHiddenClassWithClassData(
                code.toBytes(), code.classData(), true, MethodHandles.Lookup.ClassOption.NESTMATE);
        Object made = construct(defined, plan);
        return (ObjectCodec) made;
    }

    private static Object construct(MethodHandles.Lookup defined, ObjectPlan plan) throws ReflectiveOperationException {
        try {
            return defined.findConstructor(defined.lookupClass(), MethodType.methodType(void.class, ObjectPlan.class))
                    .invoke(plan);
        } catch (ReflectiveOperationException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new CodecException(plan.valueClass().getName() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private ObjectCodec interpret(ObjectPlan plan, MethodHandles.Lookup lookup, Throwable why) {
        try {
            return new InterpretedCodec(plan, lookup, codecs);
        } catch (ReflectiveOperationException e) {
            e.addSuppressed(why);
            throw new CodecException(plan.valueClass().getName() + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
