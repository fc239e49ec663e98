package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;

/**
 * Turns values into bytes that later versions of the program can still read: the version is kept beside the bytes and
 * handed back with them.
 */
@ModelApi
public interface SimpleVersionedSerializer<E> {

    /** The version of what {@link #serialize} writes now. */
    int getVersion();

    byte[] serialize(E value) throws IOException;

    /** Reads what some version wrote; a version that it does not know is an error that names it. */
    E deserialize(int version, byte[] serialized) throws IOException;
}
