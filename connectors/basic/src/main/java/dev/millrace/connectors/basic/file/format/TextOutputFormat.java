package dev.millrace.connectors.basic.file.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;
import java.io.IOException;
import java.nio.charset.Charset;

/** Writes each record as a line. */
@ModelApi
public class TextOutputFormat<T> extends FileOutputFormat<T> {
    private static final long serialVersionUID = 1;

    private String charset;

    public TextOutputFormat(Path outputPath) {
        this(outputPath, "UTF-8");
    }

    public TextOutputFormat(Path outputPath, String charset) {
        super(outputPath);
        this.charset = charset;
    }

    public String getCharsetName() {
        return charset;
    }

    public void setCharsetName(String charset) {
        this.charset = Charset.forName(charset).name();
    }

    @Override
    public void writeRecord(T record) throws IOException {
        stream.write(record.toString().getBytes(charset));
        stream.write('\n');
    }
}
