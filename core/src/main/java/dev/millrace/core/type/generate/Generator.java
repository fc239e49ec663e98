package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.FlatLayout;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/** Makes the codecs of user classes. */
public final class Generator {

    /** More fields than this cost more than an object. */
    private static final int FLAT_FIELDS_MAX = 16;

    /** Layouts that name nothing beyond the reach of their value's class, by that class: all jobs share them. */
    private static final ClassValue<Map<List<FlatField>, FlatLayout>> SHARED = new ClassValue<>() {
        @Override
        protected Map<List<FlatField>, FlatLayout> computeValue(Class<?> valueClass) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Codecs codecs;
    private final Map<FlatKey, FlatLayout> layouts = new ConcurrentHashMap<>();

    public Generator(Codecs codecs) {
        this.codecs = codecs;
    }

    private record FlatKey(Class<?> valueClass, List<FlatField> flat) {}

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
        return (ObjectCodec) define(lookup, code.toBytes(), code.classData())
                .getConstructor(ObjectPlan.class)
                .newInstance(plan);
    }

    /** The code that keeps objects like this one flat; empty when they are not, or too wide. */
    public Optional<FlatLayout> flat(ObjectCodec codec, Object sample) {
        ObjectPlan plan = codec.plan();
        Object[] values = codec.values(sample);
        List<FlatField> flat = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Codec valueCodec = values[i] == null ? null : codecs.codec(values[i].getClass());
            flat.add(FlatField.of(plan.fields().get(i), values[i], valueCodec));
        }
        if (flat.isEmpty()
                || flat.size() > FLAT_FIELDS_MAX
                || flat.contains(null)
                || codec instanceof InterpretedCodec) {
            return Optional.empty();
        }
        Class<?> valueClass = plan.valueClass();
        return Optional.of(
                flat.stream().allMatch(field -> isWithinReach(field.check(), valueClass))
                        ? SHARED.get(valueClass).computeIfAbsent(flat, key -> generate(plan, flat))
                        : layouts.computeIfAbsent(new FlatKey(valueClass, flat), key -> generate(plan, flat)));
    }

    /** Whether a class lives as long as the other one in any case. */
    private static boolean isWithinReach(Class<?> named, Class<?> valueClass) {
        return named == null
                || named.getClassLoader() == null
                || named.getClassLoader() == valueClass.getClassLoader() && !named.isHidden();
    }

    private FlatLayout generate(ObjectPlan plan, List<FlatField> flat) {
        try {
            MethodHandles.Lookup lookup = UserLookup.in(plan.valueClass());
            FlatCode code = new FlatCode(plan, flat, lookup, codecs);
            return (FlatLayout) define(lookup, code.toBytes(), code.classData())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new CodecException(plan.valueClass().getName() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Class<?> define(MethodHandles.Lookup lookup, byte[] code, Object data)
            throws IllegalAccessException {
        return lookup.defineHiddenClassWithClassData(code, data, true, MethodHandles.Lookup.ClassOption.NESTMATE)
                .lookupClass();
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
