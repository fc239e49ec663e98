package dev.millrace.core.code;

import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.operator.Inlined;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Receiver;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a line: a {@link Receiver} whose {@code onRecord} calls one function after another. In its fields
 * stand, for each place, the function and, where values are copied behind it, the copies; then the line's counts, guard and output.
 *
 * <p>Each value has a variable and each place a handler of its own: where handlers meet values of several places, a compiler
 * has to make them all.
 */
final class LineCode {

    private static final String NAME = Type.getInternalName(LineCode.class).replace("LineCode", "Line");
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final int FIRST_VALUE = 2;
    private static final int TIMESTAMP = 3;
    private static final int OTHER_VALUES = 5;

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final List<Line.Place> places;
    /** How many values have been made so far, the record itself included. */
    private int values = 1;

    /**
     * Where a failure of a place is explained.
     *
     * @param values how many values had been made before; the last of them is what the place was given
     */
    private record Handler(int place, int values, Label start) {}

    private LineCode(List<Line.Place> places) {
        this.places = places;
    }

    static byte[] of(List<Line.Place> places) {
        LineCode code = new LineCode(places);
        code.writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, NAME, null, "java/lang/Object", new String[] {
            Type.getInternalName(Receiver.class)
        });
        code.constructor();
        code.onRecord();
        code.writer.visitEnd();
        return code.writer.toByteArray();
    }

    private void constructor() {
        StringBuilder descriptor = new StringBuilder("(");
        for (int place = 0; place < places.size(); place++) {
            descriptor.append(field("f" + place, functionType(place)));
            descriptor.append(field("c" + place, Line.Copies.class));
        }
        descriptor
                .append(field("passed", long[].class))
                .append(field("guard", Line.Guard.class))
                .append(field("output", Output.class));
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor + ")V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int argument = 1;
        for (int place = 0; place < places.size(); place++) {
            put(method, argument++, "f" + place, functionType(place));
            put(method, argument++, "c" + place, Line.Copies.class);
        }
        put(method, argument++, "passed", long[].class);
        put(method, argument++, "guard", Line.Guard.class);
        put(method, argument, "output", Output.class);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private String field(String name, Class<?> type) {
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, Type.getDescriptor(type), null, null)
                .visitEnd();
        return Type.getDescriptor(type);
    }

    private static void put(MethodVisitor method, int argument, String name, Class<?> type) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitVarInsn(Opcodes.ALOAD, argument);
        method.visitFieldInsn(Opcodes.PUTFIELD, NAME, name, Type.getDescriptor(type));
    }

    private static void get(MethodVisitor method, String name, Class<?> type) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitFieldInsn(Opcodes.GETFIELD, NAME, name, Type.getDescriptor(type));
    }

    private Class<?> functionType(int place) {
        return places.get(place).work() instanceof Inlined.Mapped ? MapFunction.class : FilterFunction.class;
    }

    private void onRecord() {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "onRecord", "(I" + OBJECT + "J)V", null, null);
        Label dropped = new Label();
        List<Handler> handlers = new ArrayList<>();
        method.visitCode();
        for (int place = 0; place < places.size(); place++) {
            Handler handler = new Handler(place, values, new Label());
            Label begin = new Label();
            Label end = new Label();
            method.visitTryCatchBlock(begin, end, handler.start(), "java/lang/Throwable");
            method.visitLabel(begin);
            call(method, place, dropped);
            method.visitLabel(end);
            handlers.add(handler);
        }
        get(method, "output", Output.class);
        method.visitVarInsn(Opcodes.ALOAD, value());
        method.visitVarInsn(Opcodes.LLOAD, TIMESTAMP);
        invoke(method, Output.class, "emit", void.class, Object.class, long.class);
        method.visitLabel(dropped);
        frame(method, 1);
        method.visitInsn(Opcodes.RETURN);
        handlers.forEach(handler -> handle(method, handler));
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** The variable of the value that was made last. */
    private int value() {
        return variable(values);
    }

    private static int variable(int values) {
        return values == 1 ? FIRST_VALUE : OTHER_VALUES + values - 2;
    }

    private void call(MethodVisitor method, int place, Label dropped) {
        get(method, "f" + place, functionType(place));
        method.visitVarInsn(Opcodes.ALOAD, value());
        if (places.get(place).work() instanceof Inlined.Mapped) {
            invoke(method, MapFunction.class, "map", Object.class, Object.class);
            values++;
            method.visitVarInsn(Opcodes.ASTORE, value());
        } else {
            invoke(method, FilterFunction.class, "filter", boolean.class, Object.class);
            method.visitJumpInsn(Opcodes.IFEQ, dropped);
            get(method, "passed", long[].class);
            method.visitLdcInsn(place);
            method.visitInsn(Opcodes.DUP2);
            method.visitInsn(Opcodes.LALOAD);
            method.visitInsn(Opcodes.LCONST_1);
            method.visitInsn(Opcodes.LADD);
            method.visitInsn(Opcodes.LASTORE);
        }
        if (places.get(place).copies() != null) {
            get(method, "c" + place, Line.Copies.class);
            method.visitVarInsn(Opcodes.ALOAD, value());
            invoke(method, Line.Copies.class, "of", Object.class, Object.class);
            values++;
            method.visitVarInsn(Opcodes.ASTORE, value());
        }
    }

    private static void handle(MethodVisitor method, Handler handler) {
        method.visitLabel(handler.start());
        Object[] locals = locals(handler.values());
        method.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        int failure = OTHER_VALUES + handler.values() - 1;
        method.visitVarInsn(Opcodes.ASTORE, failure);
        get(method, "guard", Line.Guard.class);
        method.visitLdcInsn(handler.place());
        method.visitVarInsn(Opcodes.ALOAD, variable(handler.values()));
        method.visitVarInsn(Opcodes.ALOAD, failure);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(LineFailure.class),
                "of",
                MethodType.methodType(
                                RuntimeException.class, Line.Guard.class, int.class, Object.class, Throwable.class)
                        .toMethodDescriptorString(),
                false);
        method.visitInsn(Opcodes.ATHROW);
    }

    private static void frame(MethodVisitor method, int values) {
        Object[] locals = locals(values);
        method.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    }

    private static Object[] locals(int values) {
        List<Object> locals = new ArrayList<>(List.of(NAME, Opcodes.INTEGER, "java/lang/Object", Opcodes.LONG));
        for (int i = 1; i < values; i++) {
            locals.add("java/lang/Object");
        }
        return locals.toArray();
    }

    private static void invoke(MethodVisitor method, Class<?> owner, String name, Class<?> returns, Class<?>... args) {
        String descriptor = MethodType.methodType(returns, args).toMethodDescriptorString();
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, Type.getInternalName(owner), name, descriptor, true);
    }
}
