package dev.millrace.cluster.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.lang.reflect.Proxy;

/** User code on its way: objects as Java-serialized bytes, read with the class loader of their job. */
public final class JavaBytes {

    private JavaBytes() {}

    public static byte[] write(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new Writer(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    /** A fresh copy that shares no object with any other. */
    public static <T> T read(byte[] bytes, Class<T> expected, ClassLoader classes)
            throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new Reader(new ByteArrayInputStream(bytes), classes)) {
            return expected.cast(in.readObject());
        }
    }

    /** Writes records in a form of our own. */
    private static final class Writer extends ObjectOutputStream {

        Writer(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object value) {
            return WrittenRecord.fits(value) ? new WrittenRecord((Record) value) : value;
        }
    }

    /** Finds classes with a job's loader first. */
    private static final class Reader extends ObjectInputStream {
        private final ClassLoader classes;

        Reader(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException absent) {
                return super.resolveClass(description);
            }
        }

        @Override
        protected Class<?> resolveProxyClass(String[] names) throws IOException, ClassNotFoundException {
            Class<?>[] interfaces = new Class<?>[names.length];
            for (int i = 0; i < names.length; i++) {
                interfaces[i] = Class.forName(names[i], false, classes);
            }
            return Proxy.newProxyInstance(classes, interfaces, (proxy, method, arguments) -> null)
                    .getClass();
        }
    }
}
