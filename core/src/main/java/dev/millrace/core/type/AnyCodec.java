package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.Slot;
import dev.millrace.core.type.codec.Tags;
import java.io.IOException;

/** The values of an interface or abstract class: each tells its own class by a tag. */
final class AnyCodec implements Codec {

    /** What is wrong with an object whose class is {@code Object} itself, and has to be told from others. */
    static final String NOTHING = "an object of the class java.lang.Object itself holds nothing that could be compared;"
            + " use a value of a class of its own, such as a String or an enum";

    private final Class<?> valueClass;
    private final Slot slot;

    AnyCodec(Class<?> declared, Codecs codecs) {
        valueClass = declared;
        slot = new Slot(codecs);
    }

    @Override
    public Class<?> valueClass() {
        return valueClass;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        slot.write(isPlain(value) ? Plain.OBJECT : value, out, tags, depth);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Object value = Slot.read(in, tags);
        return value == Plain.OBJECT ? new Object() : value;
    }

    @Override
    public Object copy(Object value, int depth) {
        return isPlain(value) ? value : slot.copy(value, depth);
    }

    @Override
    public int hash(Object value) {
        return slot.hash(something(value));
    }

    @Override
    public boolean equal(Object left, Object right) {
        return slot.equal(something(left), right);
    }

    @Override
    public int compare(Object left, Object right) {
        return slot.compare(something(left), right);
    }

    /** No value has an interface or abstract class as its own; only {@code Object} can be asked for a codec of itself. */
    private static boolean isPlain(Object value) {
        return value != null && value.getClass() == Object.class;
    }

    private static Object something(Object value) {
        if (isPlain(value)) {
            throw new CodecException(NOTHING);
        }
        return value;
    }

    /** What is written for an object that is there and is nothing more. */
    private enum Plain {
        OBJECT
    }
}
