package dev.millrace.cluster.protocol;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import java.io.IOException;

/**
 * The bytes of a control message: one byte of version, then the message as {@link RecordCodec} writes a case of a sealed
 * interface. Safe for use by many threads.
 */
public final class MessageCodec {

    private static final int VERSION = 1;

    private final RecordCodec records = new RecordCodec();

    public byte[] encode(ControlMessage message) {
        BytesOutput out = new BytesOutput(256);
        out.writeByte(VERSION);
        records.write(ControlMessage.class, message, out);
        return out.toByteArray();
    }

    /** @throws IOException when these are not the bytes of a message that this version knows */
    public ControlMessage decode(byte[] bytes) throws IOException {
        BytesInput in = new BytesInput(bytes);
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("a control message of version " + version + ", but this node speaks version "
                    + VERSION + "; run the same release on all nodes");
        }
        return (ControlMessage) records.read(ControlMessage.class, in);
    }
}
