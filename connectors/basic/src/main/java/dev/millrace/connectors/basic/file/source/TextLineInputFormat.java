package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.type.TypeInformation;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * Lines of text, without their line ends ({@code \n} or {@code \r\n}); a last line without one counts too. Bytes that the
 * charset does not know become U+FFFD.
 */
@ModelApi
public final class TextLineInputFormat implements StreamFormat<String> {

    private static final long serialVersionUID = 1;

    /** The charset of a format that names none. */
    public static final String DEFAULT_CHARSET_NAME = "UTF-8";

    private final String charsetName;

    public TextLineInputFormat() {
        this(DEFAULT_CHARSET_NAME);
    }

    /** Lines in a charset; an unknown name is an error here, not in a running job. */
    public TextLineInputFormat(String charsetName) {
        this.charsetName = charset(charsetName).name();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "Unknown charset '" + name + "'; use a name such as UTF-8, ISO-8859-1 or UTF-16LE", e);
        }
    }

    @Override
    public Reader<String> createReader(Configuration config, FSDataInputStream stream, long fileLen, long splitEnd)
            throws IOException {
        Charset charset = charset(charsetName);
        return isSplittable() ? LineReader.atSplit(stream, splitEnd, charset) : new DecodedLineReader(stream, charset);
    }

    @Override
    public Reader<String> restoreReader(
            Configuration config, FSDataInputStream stream, long restoredOffset, long fileLen, long splitEnd)
            throws IOException {
        return LineReader.atLine(stream, restoredOffset, splitEnd, charset(charsetName));
    }

    /** True when a newline is the byte 10 and that byte is nothing else, as in all charsets that extend ASCII. */
    @Override
    public boolean isSplittable() {
        Charset charset = charset(charsetName);
        if (!charset.canEncode() || charset.name().startsWith("ISO-2022")) {
            return false;
        }
        byte[] newline = "\n".getBytes(charset);
        return newline.length == 1 && newline[0] == '\n';
    }

    @Override
    public TypeInformation<String> getProducedType() {
        return TypeInformation.of(String.class);
    }
}
