package dev.millrace.examples;

import dev.millrace.core.file.Path;

/** The text that examples read when they are given none: the documentation that comes with the program. */
final class Documentation {

    /** The system property by which the command line says where it is. */
    private static final String DIRECTORY_PROPERTY = "millrace.docs";

    private Documentation() {}

    /** What {@code --input} names, or the documentation. */
    static Path orInput(ExampleOptions options) {
        return new Path(options.text("input", System.getProperty(DIRECTORY_PROPERTY, "docs")));
    }
}
