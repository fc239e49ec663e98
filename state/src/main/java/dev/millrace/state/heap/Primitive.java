package dev.millrace.state.heap;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** The boxed classes whose values are kept as longs. The order is part of the snapshot format. */
enum Primitive {
    LONG(Long.class),
    INT(Integer.class),
    SHORT(Short.class),
    BYTE(Byte.class),
    CHAR(Character.class),
    BOOLEAN(Boolean.class),
    FLOAT(Float.class),
    DOUBLE(Double.class);

    private final Class<?> boxed;

    Primitive(Class<?> boxed) {
        this.boxed = boxed;
    }

    /** The primitive of a boxed class, or null. */
    static Primitive of(Class<?> valueClass) {
        for (Primitive primitive : values()) {
            if (primitive.boxed == valueClass) {
                return primitive;
            }
        }
        return null;
    }

    Class<?> boxed() {
        return boxed;
    }

    Object box(long bits) {
        return switch (this) {
            case LONG -> bits;
            case INT -> (int) bits;
            case SHORT -> (short) bits;
            case BYTE -> (byte) bits;
            case CHAR -> (char) bits;
            case BOOLEAN -> bits != 0;
            case FLOAT -> Float.intBitsToFloat((int) bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
        };
    }

    /** The bits of a value of exactly this class. */
    long unbox(Object value) {
        return switch (this) {
            case LONG -> (Long) value;
            case INT -> (Integer) value;
            case SHORT -> (Short) value;
            case BYTE -> (Byte) value;
            case CHAR -> (Character) value;
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case FLOAT -> Float.floatToRawIntBits((Float) value);
            case DOUBLE -> Double.doubleToRawLongBits((Double) value);
        };
    }

    void write(long bits, DataOutputView out) throws IOException {
        switch (this) {
            case LONG, DOUBLE -> out.writeLong(bits);
            case INT, FLOAT -> out.writeInt((int) bits);
            case SHORT, CHAR -> out.writeShort((int) bits);
            case BYTE, BOOLEAN -> out.writeByte((int) bits);
        }
    }

    long read(DataInputView in) throws IOException {
        return switch (this) {
            case LONG, DOUBLE -> in.readLong();
            case INT, FLOAT -> in.readInt();
            case SHORT -> in.readShort();
            case CHAR -> in.readChar();
            case BYTE, BOOLEAN -> in.readByte();
        };
    }
}
