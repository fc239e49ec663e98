package dev.millrace.runtime;

/**
 * Why a task failed.
 *
 * @param vertex the vertex's name
 * @param operator the name of the operator that failed, or null when the failure is not an operator's
 * @param record the record that it was given or the timer that was due, cut to a readable length; null when there was none
 * @param cause what was thrown
 */
public record TaskFailure(String vertex, int instance, String operator, String record, Throwable cause) {
    /** One line that names everything. */
    public String message() {
        StringBuilder text = new StringBuilder("task ")
                .append(vertex)
                .append(" [")
                .append(instance)
                .append(']');
        if (operator != null) {
            text.append(" failed in operator '").append(operator).append('\'');
        } else {
            text.append(" failed");
        }
        if (record != null) {
            text.append(" at record ").append(record);
        }
        return text.append(": ").append(cause).toString();
    }
}
