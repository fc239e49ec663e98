package dev.millrace.core.type.generate;

import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.IMUL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.core.type.codec.Tags;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes the class of an {@link ObjectCodec}. In the methods local 0 is this, then come the arguments; the object cast to
 * its class goes to the first local after them.
 */
final class ObjectCode {

    private final ObjectPlan plan;
    private final Class<?> valueClass;
    private final GeneratedClass written;
    private final ObjectShape shape;
    private final List<FieldCode> fields;

    ObjectCode(ObjectPlan plan, MethodHandles.Lookup lookup, Codecs codecs) throws IllegalAccessException {
        this.plan = plan;
        valueClass = plan.valueClass();
        written = new GeneratedClass(valueClass, "$MillraceCodec", ObjectCodec.class);
        shape = new ObjectShape(plan, lookup, written.constants(), codecs);
        fields = shape.fields();
    }

    /** The helper objects to be given as class data. */
    Object[] classData() {
        return written.constants().values();
    }

    byte[] toBytes() {
        written.accessors(new String[] {"plan"}, ObjectPlan.class);
        write();
        read();
        if (!plan.immutable()) {
            copy();
        }
        hash();
        equal();
        compare();
        values();
        build();
        create();
        return written.toBytes();
    }

    private void write() {
        Code code = written.method("write", void.class, Object.class, DataOutputView.class, Tags.class, int.class);
        code.load(1).cast(valueClass).store(5);
        for (FieldCode field : fields) {
            field.write(code, 5, 2, 3, 4);
        }
        code.op(RETURN).end();
    }

    private void read() {
        Code code = written.method("read", Object.class, DataInputView.class, Tags.class);
        shape.assemble(code, 3, i -> fields.get(i).read(code, 1, 2));
        code.op(ARETURN).end();
    }

    /** A fixed object is shared when the copies of all its values are the values. */
    private void copy() {
        Code code = written.method("copy", Object.class, Object.class, int.class);
        code.load(1).cast(valueClass).store(3);
        if (!plan.fixed()) {
            shape.assemble(code, 4, i -> fields.get(i).copy(code, 3, 2));
            code.op(ARETURN).end();
            return;
        }
        int[] copies = new int[fields.size()];
        int local = 5;
        for (int i = 0; i < copies.length; i++) {
            if (!fields.get(i).plan().immutable()) {
                copies[i] = local++;
                fields.get(i).copy(code, 3, 2);
                code.store(copies[i]);
            }
        }
        Label changed = new Label();
        for (int i = 0; i < copies.length; i++) {
            if (copies[i] != 0) {
                fields.get(i).load(code, 3);
                code.load(copies[i]).raw().visitJumpInsn(IF_ACMPNE, changed);
            }
        }
        code.load(1).op(ARETURN).raw().visitLabel(changed);
        shape.assemble(code, 4, i -> {
            if (copies[i] == 0) {
                fields.get(i).load(code, 3);
            } else {
                code.load(copies[i]);
            }
        });
        code.op(ARETURN).end();
    }

    private void hash() {
        Code code = written.method("hashFields", int.class, Object.class);
        code.load(1).cast(valueClass).store(2).push(fields.size());
        for (FieldCode field : fields) {
            code.push(31).op(IMUL);
            field.hash(code, 2);
            code.op(IADD);
        }
        code.invokeStatic(Mix.class, "of", int.class, int.class).op(IRETURN).end();
    }

    private void equal() {
        Code code = written.method("equal", boolean.class, Object.class, Object.class);
        code.load(1).cast(valueClass).store(3).load(2).cast(valueClass).store(4);
        Label different = new Label();
        for (FieldCode field : fields) {
            field.equal(code, 3, 4);
            code.raw().visitJumpInsn(IFEQ, different);
        }
        code.push(1).op(IRETURN).raw().visitLabel(different);
        code.push(0).op(IRETURN).end();
    }

    private void compare() {
        Code code = written.method("compare", int.class, Object.class, Object.class);
        code.load(1).cast(valueClass).store(3).load(2).cast(valueClass).store(4);
        code.push(0).raw().visitVarInsn(ISTORE, 5);
        Label decided = new Label();
        for (FieldCode field : fields) {
            field.compare(code, 3, 4);
            code.op(DUP).raw().visitVarInsn(ISTORE, 5);
            code.raw().visitJumpInsn(IFNE, decided);
        }
        code.raw().visitLabel(decided);
        code.loadInt(5).op(IRETURN).end();
    }

    private void values() {
        Code code = written.method("values", Object[].class, Object.class);
        code.load(1).cast(valueClass).store(2).push(fields.size());
        code.raw().visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < fields.size(); i++) {
            code.op(DUP).push(i);
            fields.get(i).load(code, 2);
            if (fields.get(i).plan().type().isPrimitive()) {
                code.box(fields.get(i).plan().type());
            }
            code.op(Opcodes.AASTORE);
        }
        code.op(ARETURN).end();
    }

    private void build() {
        Code code = written.method("build", Object.class, Object[].class);
        shape.assemble(code, 2, i -> {
            code.load(1).push(i).op(Opcodes.AALOAD);
            if (fields.get(i).plan().type().isPrimitive()) {
                code.unbox(fields.get(i).plan().type());
            }
        });
        code.op(ARETURN).end();
    }

    private void create() {
        Code code = written.method("create", Object.class);
        if (plan.creation() == ObjectPlan.Creation.RECORD) {
            code.load(0)
                    .invokeInterface(ObjectCodec.class, "defaults", Object[].class)
                    .store(1);
            code.load(0).load(1).invokeInterface(ObjectCodec.class, "build", Object.class, Object[].class);
        } else {
            shape.create(code);
        }
        code.op(ARETURN).end();
    }
}
