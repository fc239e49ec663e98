package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.Types;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Texts in a character set, UTF-8 unless said otherwise. */
@ModelApi
public class SimpleStringSchema implements DeserializationSchema<String>, SerializationSchema<String> {
    private static final long serialVersionUID = 1;

    private final String charset;

    public SimpleStringSchema() {
        this(StandardCharsets.UTF_8);
    }

    public SimpleStringSchema(Charset charset) {
        this.charset = charset.name();
    }

    public Charset getCharset() {
        return Charset.forName(charset);
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {}

    @Override
    public void open(SerializationSchema.InitializationContext context) {}

    @Override
    public String deserialize(byte[] message) {
        return new String(message, getCharset());
    }

    @Override
    public byte[] serialize(String element) {
        return element.getBytes(getCharset());
    }

    @Override
    public boolean isEndOfStream(String nextElement) {
        return false;
    }

    @Override
    public TypeInformation<String> getProducedType() {
        return Types.STRING;
    }
}
