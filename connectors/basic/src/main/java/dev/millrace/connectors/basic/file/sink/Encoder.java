package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/** Writes a record to a file. */
@ModelApi
@FunctionalInterface
public interface Encoder<IN> extends Serializable {

    void encode(IN element, OutputStream stream) throws IOException;
}
