package dev.millrace.connectors.basic.file.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;

/** Reads lines, without their line feed and a carriage return before it. */
@ModelApi
public class TextInputFormat extends DelimitedInputFormat<String> {
    private static final long serialVersionUID = 1;

    public TextInputFormat(Path filePath) {
        super(filePath);
    }

    public String getCharsetName() {
        return getCharset().name();
    }

    public void setCharsetName(String charset) {
        setCharset(charset);
    }

    @Override
    public String readRecord(String reuse, byte[] bytes, int offset, int numBytes) {
        byte[] delimiter = getDelimiter();
        boolean carriageReturn =
                delimiter.length == 1 && delimiter[0] == '\n' && numBytes > 0 && bytes[offset + numBytes - 1] == '\r';
        return new String(bytes, offset, carriageReturn ? numBytes - 1 : numBytes, getCharset());
    }
}
