package dev.millrace.core.type.generate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.I2B;
import static org.objectweb.asm.Opcodes.I2C;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.I2S;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LASTORE;

import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.FlatLayout;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Writes the class of a {@link FlatLayout}. */
final class FlatCode {

    private static final int WORDS = 2;
    private static final int REFERENCES = 4;

    /** Local of the object cast to its class; then come the values that must be checked before any is stored. */
    private static final int OBJECT = 6;

    /**
     * Local of the object that is made; then come its boxes, which are made before it: what is stored in an object made last
     * needs no barriers of the collector.
     */
    private static final int LOADED = 5;

    private final ObjectPlan plan;
    private final List<FlatField> flat;
    private final GeneratedClass written;
    private final Constants constants;
    private final ObjectShape shape;
    /** The place of each field among the words, or among the references. */
    private final int[] places;

    private int words;
    private int references;

    FlatCode(ObjectPlan plan, List<FlatField> flat, MethodHandles.Lookup lookup, Codecs codecs)
            throws IllegalAccessException {
        this.plan = plan;
        this.flat = flat;
        written = new GeneratedClass(plan.valueClass(), "$MillraceFlat", FlatLayout.class);
        constants = written.constants();
        shape = new ObjectShape(plan, lookup, constants, codecs);
        places = new int[flat.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = flat.get(i).kept().isPrimitive() ? words++ : references++;
        }
    }

    Object[] classData() {
        return constants.values();
    }

    byte[] toBytes() {
        written.accessors(new String[0]);
        Code valueClass = written.method("valueClass", Class.class);
        constants.push(valueClass, Class.class, constants.add(Class.class, plan.valueClass()));
        valueClass.op(Opcodes.ARETURN).end();
        written.method("words", int.class).push(words).op(IRETURN).end();
        written.method("references", int.class).push(references).op(IRETURN).end();
        fits();
        store();
        load();
        return written.toBytes();
    }

    private void fits() {
        Code code = written.method("fits", boolean.class, Object.class);
        int object = 2;
        Label misfit = new Label();
        requireClass(code, 1, plan.valueClass(), misfit);
        code.load(1).cast(plan.valueClass()).store(object);
        for (int i = 0; i < flat.size(); i++) {
            if (flat.get(i).check() != null) {
                shape.fields().get(i).load(code, object);
                code.store(object + 1);
                check(code, object + 1, flat.get(i), misfit);
            }
        }
        answer(code, misfit);
    }

    private static void answer(Code code, Label misfit) {
        code.push(1).op(IRETURN).raw().visitLabel(misfit);
        code.push(0).op(IRETURN).end();
    }

    private void store() {
        Code code = written.method(
                "store", boolean.class, Object.class, long[].class, int.class, Object[].class, int.class);
        Label misfit = new Label();
        requireClass(code, 1, plan.valueClass(), misfit);
        code.load(1).cast(plan.valueClass()).store(OBJECT);
        for (int i = 0; i < flat.size(); i++) {
            if (flat.get(i).check() != null) {
                shape.fields().get(i).load(code, OBJECT);
                code.store(OBJECT + 1 + i);
                check(code, OBJECT + 1 + i, flat.get(i), misfit);
            }
        }
        for (int i = 0; i < flat.size(); i++) {
            FlatField field = flat.get(i);
            pushPlace(code, i, WORDS, REFERENCES);
            if (field.check() == null) {
                shape.fields().get(i).load(code, OBJECT);
            } else {
                code.load(OBJECT + 1 + i);
                if (field.kept().isPrimitive()) {
                    code.unbox(field.kept());
                }
            }
            if (field.kept().isPrimitive()) {
                toWord(code, field.kept());
            }
            code.op(field.kept().isPrimitive() ? LASTORE : AASTORE);
        }
        answer(code, misfit);
    }

    private void check(Code code, int local, FlatField field, Label misfit) {
        Label fits = new Label();
        if (field.nullable()) {
            code.load(local).raw().visitJumpInsn(IFNULL, fits);
        } else {
            code.load(local).raw().visitJumpInsn(IFNULL, misfit);
        }
        requireClass(code, local, field.check(), misfit);
        code.raw().visitLabel(fits);
    }

    private void requireClass(Code code, int local, Class<?> valueClass, Label misfit) {
        code.load(local).invokeVirtual(Object.class, "getClass", Class.class);
        constants.push(code, Class.class, constants.add(Class.class, valueClass));
        code.raw().visitJumpInsn(IF_ACMPNE, misfit);
    }

    /** Pushes the array of a field and its index there. */
    private void pushPlace(Code code, int i, int wordsAt, int referencesAt) {
        int array = flat.get(i).kept().isPrimitive() ? wordsAt : referencesAt;
        code.load(array).loadInt(array + 1).push(places[i]).op(IADD);
    }

    private void load() {
        Code code = written.method("load", Object.class, long[].class, int.class, Object[].class, int.class);
        for (int i = 0; i < flat.size(); i++) {
            if (isBox(flat.get(i))) {
                pushField(code, i);
                code.box(flat.get(i).kept()).store(LOADED + 1 + i);
            }
        }
        shape.assemble(code, LOADED, i -> {
            if (isBox(flat.get(i))) {
                code.load(LOADED + 1 + i);
            } else {
                pushField(code, i);
            }
        });
        code.op(Opcodes.ARETURN).end();
    }

    private static boolean isBox(FlatField field) {
        return field.kept().isPrimitive() && field.check() != null;
    }

    private void pushField(Code code, int i) {
        FlatField field = flat.get(i);
        pushPlace(code, i, WORDS - 1, REFERENCES - 1);
        code.op(field.kept().isPrimitive() ? LALOAD : AALOAD);
        if (field.kept().isPrimitive()) {
            fromWord(code, field.kept());
        }
    }

    private static void toWord(Code code, Class<?> kept) {
        if (kept == double.class) {
            code.invokeStatic(Double.class, "doubleToRawLongBits", long.class, double.class);
        } else if (kept == float.class) {
            code.invokeStatic(Float.class, "floatToRawIntBits", int.class, float.class)
                    .op(I2L);
        } else if (kept != long.class) {
            code.op(I2L);
        }
    }

    private static void fromWord(Code code, Class<?> kept) {
        if (kept == double.class) {
            code.invokeStatic(Double.class, "longBitsToDouble", double.class, long.class);
        } else if (kept != long.class) {
            code.op(L2I);
            if (kept == float.class) {
                code.invokeStatic(Float.class, "intBitsToFloat", float.class, int.class);
            } else if (kept == byte.class) {
                code.op(I2B);
            } else if (kept == short.class) {
                code.op(I2S);
            } else if (kept == char.class) {
                code.op(I2C);
            }
        }
    }
}
