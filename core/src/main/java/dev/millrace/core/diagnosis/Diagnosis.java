package dev.millrace.core.diagnosis;

import java.util.List;

/**
 * Why nothing comes out of a job, or why nothing is wrong.
 *
 * @param job its name
 * @param operators what has come to each operator and gone from it, in the order of the job
 * @param findings those that explain most first; empty when nothing is wrong
 * @param summary how the job does, in one sentence
 */
public record Diagnosis(String job, List<OperatorCount> operators, List<Finding> findings, String summary) {

    /**
     * What one operator has done, over all its tasks.
     *
     * @param in how many records have come; for a source those that it has read
     * @param out how many have gone; 0 for a sink
     * @param late how many it dropped because they came too late
     * @param filtered how many it dropped on purpose
     */
    public record OperatorCount(String name, long in, long out, long late, long filtered) {}

    /** The diagnosis as a page of text. */
    @Override
    public String toString() {
        return DiagnosisText.of(this);
    }
}
