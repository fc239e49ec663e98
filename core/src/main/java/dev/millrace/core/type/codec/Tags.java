package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** How the class of a value is named in bytes, where the reader cannot know it. Tag 0 is null. */
public interface Tags {

    /** Names the codec that writes the value that follows. */
    void writeTag(Codec codec, DataOutputView out) throws IOException;

    /** Names null. */
    default void writeNull(DataOutputView out) throws IOException {
        out.writeByte(0);
    }

    /** Reads what was named; null for null. */
    Codec readTag(DataInputView in) throws IOException;

    /** Whether equal values must give equal bytes, so that sets and maps are written in an order of their own. */
    boolean canonical();
}
