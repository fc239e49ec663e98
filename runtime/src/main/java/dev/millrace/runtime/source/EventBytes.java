package dev.millrace.runtime.source;

import dev.millrace.core.connector.SourceEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/** Reads an event of a source's own with the classes of the job. */
final class EventBytes {
    private EventBytes() {}

    static SourceEvent read(byte[] bytes, ClassLoader userClasses) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new WithClasses(new ByteArrayInputStream(bytes), userClasses)) {
            return (SourceEvent) in.readObject();
        }
    }

    private static final class WithClasses extends ObjectInputStream {
        private final ClassLoader classes;

        WithClasses(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(description);
            }
        }
    }
}
