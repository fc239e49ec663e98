package dev.millrace.core.file;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, from any position. */
@ModelApi
public abstract class FSDataInputStream extends InputStream {

    /** Makes {@code position} the place of the next byte read, counted from 0. */
    public abstract void seek(long position) throws IOException;

    /** The place of the next byte read. */
    public abstract long getPos() throws IOException;
}
