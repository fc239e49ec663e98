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
    /** Written out, as the start of a job asks for it: a record's own is put together from method handles when first called. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TaskId that
                && that.vertex == vertex
                && that.instance == instance
                && that.attempt == attempt
                && that.jobId.equals(jobId);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * jobId.hashCode() + vertex) + instance) + attempt;
    }

    @Override
    public String toString() {
        return jobId + "/" + vertex + "/" + instance + "#" + attempt;
    }
}
