package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;

/** A source that a factory has made, as bytes. */
final class MadeSource {

    private MadeSource() {}

    static byte[] write(Source<?, ?, ?> source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(source);
        }
        return bytes.toByteArray();
    }

    /** Reads a source with the classes of the program, which the coordinating thread has at hand. */
    static Source<?, ?, ?> read(byte[] bytes) throws IOException {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
                try {
                    return Class.forName(description.getName(), false, classes);
                } catch (ClassNotFoundException primitive) {
                    return super.resolveClass(description);
                }
            }
        }) {
            return (Source<?, ?, ?>) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("a source of the checkpoint is of a class that the program no longer has", e);
        }
    }
}
