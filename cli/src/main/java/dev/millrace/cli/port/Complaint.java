package dev.millrace.cli.port;

/**
 * A name that was left as it is, and why.
 *
 * @param file as it was given or found below what was given
 */
public record Complaint(String file, int line, String name, String why) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + name + ": " + why;
    }
}
