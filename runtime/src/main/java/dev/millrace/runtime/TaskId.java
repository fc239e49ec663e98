package dev.millrace.runtime;

import java.io.Serializable;

/**
 * Names one run of one instance of a vertex.
 *
 * @param vertex the vertex's place in the job graph
 * @param instance which instance, from 0
 * @param attempt how often the instance has been started before
 */
public record TaskId(String jobId, int vertex, int instance, int attempt) implements Serializable {
    @Override
    public String toString() {
        return jobId + "/" + vertex + "/" + instance + "#" + attempt;
    }
}
