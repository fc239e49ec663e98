package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Writes a record as its {@code toString} and a newline. */
@ModelApi
public final class SimpleStringEncoder<IN> implements Encoder<IN> {

    private static final long serialVersionUID = 1;

    private final String charsetName;
    private transient Charset charset;

    /** Writes UTF-8. */
    public SimpleStringEncoder() {
        this("UTF-8");
    }

    public SimpleStringEncoder(String charsetName) {
        this.charset = Charset.forName(charsetName);
        this.charsetName = charsetName;
    }

    @Override
    public void encode(IN element, OutputStream stream) throws IOException {
        if (charset == null) {
            charset = Charset.forName(charsetName);
        }
        stream.write(element.toString().getBytes(charset));
        stream.write('\n');
    }
}
