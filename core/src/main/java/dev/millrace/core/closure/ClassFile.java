package dev.millrace.core.closure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

/** The file of a class, as its loader has it. */
final class ClassFile {

    private ClassFile() {}

    /** Shows it to a visitor, without what is for debuggers; empty when there is none, or none that can be read. */
    static <V extends ClassVisitor> Optional<V> read(String name, ClassLoader loader, V visitor) {
        try (InputStream bytes = loader.getResourceAsStream(name + ".class")) {
            if (bytes == null) {
                return Optional.empty();
            }
            new ClassReader(bytes).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return Optional.of(visitor);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
