package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import java.io.IOException;
import java.lang.reflect.Array;

/** Lengths read from bytes: a damaged one must fail at the data's end, before it makes a giant allocation. */
final class Lengths {

    /** Room made at once, in elements; more is made as elements arrive. */
    static final int TRUSTED = 8192;

    private Lengths() {}

    /** Fills a part of an array. */
    interface Filler<A> {
        void fill(A array, int from, int to, DataInputView in) throws IOException;
    }

    static int read(DataInputView in) throws IOException {
        int length = in.readVarInt();
        if (length < 0) {
            throw new IOException("A length of " + length + ": the data is damaged");
        }
        return length;
    }

    /** Reads a length and an array of it. */
    static <A> A readArray(DataInputView in, Class<?> component, Filler<A> filler) throws IOException {
        return fillArray(in, read(in), component, filler);
    }

    /** Reads an array of the given length. */
    @SuppressWarnings({"unchecked", "SuspiciousSystemArraycopy"})
    static <A> A fillArray(DataInputView in, int length, Class<?> component, Filler<A> filler) throws IOException {
        int room = Math.min(length, TRUSTED);
        A array = (A) Array.newInstance(component, room);
        int filled = 0;
        while (true) {
            filler.fill(array, filled, room, in);
            if (room == length) {
                return array;
            }
            filled = room;
            room = (int) Math.min(length, 2L * room);
            A larger = (A) Array.newInstance(component, room);
            System.arraycopy(array, 0, larger, 0, filled);
            array = larger;
        }
    }
}
