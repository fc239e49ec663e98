package dev.millrace.cli.live;

import dev.millrace.core.diagnosis.VertexReport;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A job at one moment, as it is shown.
 *
 * @param millisLeft how long it will still take, where that is known
 */
record Frame(JobFacts job, List<VertexReport> vertices, OptionalLong millisLeft) {

    static Frame of(JobFacts job, OptionalLong millisLeft) {
        return new Frame(job, VertexReport.of(job), millisLeft);
    }

    /** The share (0 to 1) that has been read of the source that has come least far; empty unless all can tell. */
    static OptionalDouble progress(JobFacts job) {
        long sources = job.vertices().stream().filter(VertexFacts::source).count();
        return job.readings().size() < sources
                ? OptionalDouble.empty()
                : VertexReport.of(job).stream()
                        .flatMap(vertex -> vertex.progress().stream().boxed())
                        .mapToDouble(share -> share)
                        .min();
    }

    OptionalDouble progress() {
        return progress(job);
    }

    /** How far the event time of a vertex is behind the clock, milliseconds. */
    OptionalLong lagMillis(VertexReport vertex) {
        return vertex.watermark().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(job.timeMillis() - vertex.watermark().getAsLong());
    }

    long recordsRead() {
        return ofSources().stream().mapToLong(VertexReport::recordsIn).sum();
    }

    double readPerSecond() {
        return ofSources().stream()
                .mapToDouble(VertexReport::recordsInPerSecond)
                .sum();
    }

    private List<VertexReport> ofSources() {
        return java.util.stream.IntStream.range(0, vertices.size())
                .filter(place -> job.vertices().get(place).source())
                .mapToObj(vertices::get)
                .toList();
    }

    long lateRecords() {
        return vertices.stream().mapToLong(VertexReport::lateRecords).sum();
    }
}
