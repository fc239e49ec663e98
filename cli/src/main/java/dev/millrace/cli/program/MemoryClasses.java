package dev.millrace.cli.program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Classes whose files are in memory. Their bytes are resources too, as those of any class. */
final class MemoryClasses extends ClassLoader {

    private static final String SUFFIX = ".class";

    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    MemoryClasses(ClassLoader parent) {
        super(parent);
    }

    /** The names of all classes, in order. */
    Set<String> names() {
        return files.keySet();
    }

    /** Where a compiler writes to. */
    JavaFileManager output(JavaFileManager others) {
        return new ForwardingJavaFileManager<>(others) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                files.put(className, bytes);
                return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + SUFFIX), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return bytes;
                    }
                };
            }
        };
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream file = files.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = file.toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected URL findResource(String path) {
        String name = path.endsWith(SUFFIX)
                ? path.substring(0, path.length() - SUFFIX.length()).replace('/', '.')
                : "";
        ByteArrayOutputStream file = files.get(name);
        if (file == null) {
            return null;
        }
        try {
            return new URL("memory", null, -1, "/" + path, new Bytes(file.toByteArray()));
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a class has no address: " + path, impossible);
        }
    }

    /** Opens addresses of one file. */
    private static final class Bytes extends URLStreamHandler {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL address) {
            return new URLConnection(address) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
