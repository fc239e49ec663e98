package dev.millrace.core.file;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is being written. */
@ModelApi
public abstract class FSDataOutputStream extends OutputStream {

    /** The number of bytes written so far, those before a resume included. */
    public abstract long getPos() throws IOException;

    /** Makes what was written so far survive a crash of the machine. */
    public abstract void sync() throws IOException;
}
