package dev.millrace.core.state;

import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** State and timers as they were at one moment, while the operator goes on. Written by any one thread. */
public interface FrozenState extends AutoCloseable {

    /** Writes the header and then each non-empty key group, in rising order. */
    void writeTo(Sections sections) throws IOException;

    /** Frees what was kept for this moment; the operator's own thread notices at its next access. */
    @Override
    void close();

    /** Where sections of a snapshot go, one after the other. */
    interface Sections {

        /** Begins the header; called once, first. */
        DataOutputView header() throws IOException;

        /** Begins the section of a key group. */
        DataOutputView group(int keyGroup) throws IOException;
    }
}
