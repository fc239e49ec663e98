package dev.millrace.connectors.basic.file.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** Lines in a charset in which a newline cannot be seen in the bytes. Its position is a number of lines. */
final class DecodedLineReader implements StreamFormat.Reader<String> {

    private final BufferedReader lines;

    DecodedLineReader(InputStream stream, Charset charset) {
        this.lines = new BufferedReader(new InputStreamReader(stream, charset));
    }

    @Override
    public String read() throws IOException {
        return lines.readLine();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
