package dev.millrace.runtime;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import java.io.IOException;

/** How a value of a versioned serializer is kept and sent: its version, then its bytes. */
public final class SplitBytes {

    private SplitBytes() {}

    /** The version and the bytes of a value. */
    public static <E> byte[] write(SimpleVersionedSerializer<E> serializer, E value) throws IOException {
        byte[] bytes = serializer.serialize(value);
        BytesOutput out = new BytesOutput(bytes.length + 4);
        out.writeInt(serializer.getVersion());
        out.write(bytes);
        return out.toByteArray();
    }

    /** The value that {@link #write} wrote. */
    public static <E> E read(SimpleVersionedSerializer<E> serializer, byte[] written) throws IOException {
        int version = new BytesInput(written).readInt();
        return serializer.deserialize(version, java.util.Arrays.copyOfRange(written, Integer.BYTES, written.length));
    }
}
