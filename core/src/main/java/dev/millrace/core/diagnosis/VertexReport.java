package dev.millrace.core.diagnosis;

import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.fact.TaskFacts.TimeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * How a vertex does, over all its tasks. Rates and shares are those of the time since the job was asked before, of a second
 * at least.
 *
 * @param name its operators' names, joined by arrows
 * @param parallelism how many tasks it has
 * @param answered how many of them have answered; one that is in the middle of a call of user code does not
 * @param recordsIn how many records have come to its first operator, or have been read by its source
 * @param recordsOut how many records its last operator has emitted; those that a sink has taken
 * @param recordsInPerSecond lately
 * @param recordsOutPerSecond lately
 * @param lateRecords how many were dropped because they came too late
 * @param busy the share of the time (0 to 1) in which its tasks worked
 * @param backPressured the share of the time in which its tasks waited for room in a channel
 * @param watermark the lowest event time of its tasks, milliseconds since the epoch; empty before the first watermark, and
 *     when event time has come to its end
 * @param progress the share (0 to 1) that its bounded source has read; empty where it is not known
 */
public record VertexReport(
        String name,
        int parallelism,
        int answered,
        long recordsIn,
        long recordsOut,
        double recordsInPerSecond,
        double recordsOutPerSecond,
        long lateRecords,
        double busy,
        double backPressured,
        OptionalLong watermark,
        OptionalDouble progress) {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** The reports of all vertices of a job, in the order of its graph. */
    public static List<VertexReport> of(JobFacts job) {
        List<VertexReport> reports = new ArrayList<>();
        for (int place = 0; place < job.vertices().size(); place++) {
            int vertex = place;
            reports.add(of(
                    place,
                    job,
                    job.tasks().stream().filter(task -> task.vertex() == vertex).toList()));
        }
        return reports;
    }

    private static VertexReport of(int place, JobFacts job, List<TaskFacts> tasks) {
        VertexFacts vertex = job.vertices().get(place);
        return new VertexReport(
                vertex.name(),
                vertex.parallelism(),
                tasks.size(),
                tasks.stream().mapToLong(task -> taken(vertex, first(task))).sum(),
                tasks.stream().mapToLong(task -> given(vertex, last(task))).sum(),
                tasks.stream()
                        .mapToDouble(task -> takenPerSecond(vertex, first(task)))
                        .sum(),
                tasks.stream()
                        .mapToDouble(task -> givenPerSecond(vertex, last(task)))
                        .sum(),
                tasks.stream()
                        .flatMap(task -> task.operators().stream())
                        .mapToLong(OperatorFacts::late)
                        .sum(),
                share(tasks, TimeFacts::busyMillisPerSecond),
                share(tasks, TimeFacts::backPressuredMillisPerSecond),
                watermark(tasks),
                progress(place, job));
    }

    private static OperatorFacts first(TaskFacts task) {
        return task.operators().get(0);
    }

    private static OperatorFacts last(TaskFacts task) {
        return task.operators().get(task.operators().size() - 1);
    }

    private static boolean endsInSink(VertexFacts vertex) {
        return vertex.operators().get(vertex.operators().size() - 1).sink();
    }

    private static long taken(VertexFacts vertex, OperatorFacts first) {
        return vertex.source() ? first.out() : first.in();
    }

    private static double takenPerSecond(VertexFacts vertex, OperatorFacts first) {
        return vertex.source() ? first.outPerSecond() : first.inPerSecond();
    }

    private static long given(VertexFacts vertex, OperatorFacts last) {
        return endsInSink(vertex) ? last.in() : last.out();
    }

    private static double givenPerSecond(VertexFacts vertex, OperatorFacts last) {
        return endsInSink(vertex) ? last.inPerSecond() : last.outPerSecond();
    }

    private static double share(List<TaskFacts> tasks, ToDoubleFunction<TimeFacts> millisPerSecond) {
        return tasks.stream()
                .mapToDouble(task -> millisPerSecond.applyAsDouble(task.time()) / MILLIS_PER_SECOND)
                .average()
                .orElse(0);
    }

    private static OptionalLong watermark(List<TaskFacts> tasks) {
        return tasks.stream()
                .filter(task -> !task.dataEnded())
                .mapToLong(task -> task.eventTime().watermark())
                .filter(time -> time != Long.MAX_VALUE)
                .min()
                .stream()
                .filter(time -> time != Long.MIN_VALUE)
                .findFirst();
    }

    private static OptionalDouble progress(int vertex, JobFacts job) {
        return job.readings().stream()
                .filter(reading -> reading.vertex() == vertex && reading.whole() > 0)
                .mapToDouble(reading -> 1 - reading.left() / reading.whole())
                .findFirst();
    }
}
