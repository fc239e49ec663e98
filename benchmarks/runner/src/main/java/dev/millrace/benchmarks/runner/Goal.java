package dev.millrace.benchmarks.runner;

/**
 * What was to be reached, and what was.
 *
 * @param part the part of the measurements that it belongs to
 * @param figure what was measured, with its unit
 */
record Goal(String part, String wanted, String figure, boolean isMet) {

    /** A row of a table in Markdown. */
    String row() {
        return "| " + part + " | " + wanted + " | " + figure + " | " + (isMet ? "met" : "**missed**") + " |";
    }
}
