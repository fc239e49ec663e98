package dev.millrace.connectors.basic.socket;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SourceSplit;

/** The one split of a socket: there is nothing to remember, since a socket cannot be read twice. */
public record SocketSplit() implements SourceSplit {

    @Override
    public String splitId() {
        return "socket";
    }

    /** Writes nothing. */
    static final class Serializer implements SimpleVersionedSerializer<SocketSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(SocketSplit value) {
            return new byte[0];
        }

        @Override
        public SocketSplit deserialize(int version, byte[] serialized) {
            return new SocketSplit();
        }
    }
}
