package dev.millrace.core.type.generate;

import org.objectweb.asm.ClassWriter;

/** A class writer for code whose branches meet only where no more than Object is needed; it loads no classes. */
final class ShallowFrames extends ClassWriter {

    ShallowFrames() {
        super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String left, String right) {
        return "java/lang/Object";
    }
}
