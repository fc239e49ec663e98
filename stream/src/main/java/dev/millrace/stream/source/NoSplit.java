package dev.millrace.stream.source;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SourceSplit;

/** The split of a source whose instances each read their own share and are given none. */
record NoSplit() implements SourceSplit {

    @Override
    public String splitId() {
        return "none";
    }

    /** Writes nothing. */
    static final class Serializer implements SimpleVersionedSerializer<NoSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(NoSplit value) {
            return new byte[0];
        }

        @Override
        public NoSplit deserialize(int version, byte[] serialized) {
            return new NoSplit();
        }
    }
}
