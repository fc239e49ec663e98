package dev.millrace.connectors.basic.file.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads records that end with a delimiter. A record belongs to the split in which it begins.
 *
 * @param <OT> the records
 */
@ModelApi
public abstract class DelimitedInputFormat<OT> extends FileInputFormat<OT> {
    private static final long serialVersionUID = 1;

    private byte[] delimiter = {'\n'};
    private String charset = StandardCharsets.UTF_8.name();
    private transient InputStream bytes;
    private transient long position;
    private transient boolean ended;

    public DelimitedInputFormat() {}

    protected DelimitedInputFormat(Path filePath) {
        super(filePath);
    }

    public Charset getCharset() {
        return Charset.forName(charset);
    }

    public void setCharset(String charset) {
        this.charset = Charset.forName(charset).name();
    }

    public byte[] getDelimiter() {
        return delimiter.clone();
    }

    public void setDelimiter(byte[] delimiter) {
        if (delimiter.length == 0) {
            throw new IllegalArgumentException("a delimiter has a byte at least");
        }
        this.delimiter = delimiter.clone();
    }

    public void setDelimiter(char delimiter) {
        setDelimiter(String.valueOf(delimiter));
    }

    public void setDelimiter(String delimiter) {
        setDelimiter(delimiter.getBytes(getCharset()));
    }

    /**
     * Makes a record of its bytes, without the delimiter.
     *
     * @param reuse null
     * @return null for a record that is left out
     */
    public abstract OT readRecord(OT reuse, byte[] bytes, int offset, int numBytes) throws IOException;

    @Override
    public void open(FileInputSplit split) throws IOException {
        super.open(split);
        ended = false;
        position = Math.max(0, splitStart - delimiter.length);
        stream.seek(position);
        bytes = new BufferedInputStream(stream);
        if (splitStart > 0) {
            readUntilDelimiter(); // what began in the split before
        }
    }

    @Override
    public boolean reachedEnd() throws IOException {
        return ended || position >= splitStart + splitLength;
    }

    @Override
    public OT nextRecord(OT reuse) throws IOException {
        while (!reachedEnd()) {
            byte[] record = readUntilDelimiter();
            if (record == null) {
                return null;
            }
            OT value = readRecord(reuse, record, 0, record.length);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The bytes up to the next delimiter or the end of the file; null when there are none. */
    private byte[] readUntilDelimiter() throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        byte last = delimiter[delimiter.length - 1];
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            position++;
            record.write(next);
            if ((byte) next == last && endsWithDelimiter(record)) {
                byte[] whole = record.toByteArray();
                return Arrays.copyOf(whole, whole.length - delimiter.length);
            }
        }
        ended = true;
        return record.size() == 0 ? null : record.toByteArray();
    }

    private boolean endsWithDelimiter(ByteArrayOutputStream record) {
        if (delimiter.length == 1) {
            return true;
        }
        byte[] whole = record.toByteArray();
        int start = whole.length - delimiter.length;
        return start >= 0 && Arrays.equals(whole, start, whole.length, delimiter, 0, delimiter.length);
    }
}
