package dev.millrace.cli.program;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why classes do not fit together, and what to do about it. */
final class Linkage {

    /** Class files of Java 17 have version 61; each release has had one more for long. */
    private static final int VERSION_BEFORE_JAVA_1 = 44;

    private static final Pattern VERSION = Pattern.compile("^(\\S+) has been compiled by .* version (\\d+)\\.");

    private Linkage() {}

    static String explain(LinkageError error) {
        String message = String.valueOf(error.getMessage());
        if (error instanceof UnsupportedClassVersionError) {
            return wrongVersion(message);
        }
        if (error instanceof NoClassDefFoundError && message.contains(" (wrong name: ")) {
            String given =
                    message.substring(0, message.indexOf(" (wrong name: ")).replace('/', '.');
            String right = message.substring(message.indexOf(": ") + 2, message.length() - 1)
                    .replace('/', '.');
            return "Class " + given + " is called " + right + "; give its full name";
        }
        if (error instanceof NoClassDefFoundError && !message.startsWith("Could not initialize")) {
            return "Class " + message.replace('/', '.')
                    + " is missing, which the program needs; add the jar that holds it" + " with --class-path";
        }
        if (error instanceof ExceptionInInitializerError || error instanceof NoClassDefFoundError) {
            return "A class of the program could not be initialized";
        }
        if (error instanceof ClassFormatError) {
            return "A class file is damaged: " + message + "; build it again";
        }
        return "The program was compiled against another version of a library: "
                + error.getClass().getSimpleName() + ": " + message + "; compile it against this one";
    }

    private static String wrongVersion(String message) {
        Matcher version = VERSION.matcher(message);
        if (!version.find()) {
            return message;
        }
        int java = Integer.parseInt(version.group(2)) - VERSION_BEFORE_JAVA_1;
        int own = Runtime.version().feature();
        return "Class " + version.group(1).replace('/', '.') + " was compiled for Java " + java + ", and this is Java "
                + own + "; set JAVA_HOME to Java " + java + " or newer, or compile it with --release " + own;
    }
}
