package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Keeps strings as UTF-8. */
@ModelApi
public final class SimpleVersionedStringSerializer implements SimpleVersionedSerializer<String> {

    public static final SimpleVersionedStringSerializer INSTANCE = new SimpleVersionedStringSerializer();

    private SimpleVersionedStringSerializer() {}

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String deserialize(int version, byte[] serialized) throws IOException {
        if (version != 1) {
            throw new IOException("A string has version " + version + ", this program knows 1 only");
        }
        return new String(serialized, StandardCharsets.UTF_8);
    }
}
