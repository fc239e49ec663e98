package dev.millrace.cluster.protocol;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something went wrong, in a form that can travel.
 *
 * @param type the class of what was thrown
 * @param message its message; may be null
 * @param stackTrace its stack trace with its causes, as text
 * @param original the throwable itself as Java-serialized bytes, or null when it cannot be serialized
 * @param place where it happened, or null when it was not in a task
 */
public record Failure(String type, String message, String stackTrace, byte[] original, Place place) {

    /** A larger throwable travels as text only. */
    private static final int ORIGINAL_BYTES_MAX = 1 << 20;

    /**
     * Where in a job something went wrong.
     *
     * @param vertex the name of the vertex
     * @param instance the instance of the vertex, from 0
     * @param operator the name of the operator; null when it was in none
     * @param record the record that was being processed, shortened; null when there was none
     */
    public record Place(String vertex, int instance, String operator, String record) {

        /** The {@code instance} of a source's enumerator, which is in no task. */
        public static final int ENUMERATOR = -1;

        private String where() {
            return "vertex '" + vertex + "' " + (instance == ENUMERATOR ? "enumerator" : "instance " + instance);
        }
    }

    public static Failure of(Throwable thrown) {
        return of(thrown, null);
    }

    public static Failure of(Throwable thrown, Place place) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return new Failure(
                thrown.getClass().getName(), thrown.getMessage(), trace.toString(), serialized(thrown), place);
    }

    private static byte[] serialized(Throwable thrown) {
        try {
            byte[] bytes = JavaBytes.write(thrown);
            return bytes.length > ORIGINAL_BYTES_MAX ? null : bytes;
        } catch (IOException | RuntimeException | StackOverflowError unserializable) {
            return null;
        }
    }

    /** What was thrown; a {@link RemoteCause} that shows it as text when it cannot be made again here. */
    public Throwable cause(ClassLoader classes) {
        if (original != null) {
            try {
                return JavaBytes.read(original, Throwable.class, classes);
            } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
                return new RemoteCause(this);
            }
        }
        return new RemoteCause(this);
    }

    /** One line: what was thrown and where. */
    @Override
    public String toString() {
        String what = message == null ? type : type + ": " + message;
        if (place == null) {
            return what;
        }
        String inOperator = place.operator() == null ? "" : ", operator '" + place.operator() + "'";
        String atRecord = place.record() == null ? "" : ", record " + place.record();
        return what + " (" + place.where() + inOperator + atRecord + ")";
    }
}
