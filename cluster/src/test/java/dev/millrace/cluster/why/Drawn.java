package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.EdgeFacts;
import dev.millrace.core.fact.JobFacts.NamedOperator;
import dev.millrace.core.fact.JobFacts.StuckTask;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.OperatorFacts.TimerFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.fact.TaskFacts.Activity;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.fact.TaskFacts.FullChannel;
import dev.millrace.core.fact.TaskFacts.TimeFacts;
import java.util.ArrayList;
import java.util.List;

/** The facts of a job of three vertices in a row, source, middle and sink, of two tasks each. */
final class Drawn {

    private static final int PARALLELISM = 2;

    private final List<TaskFacts> tasks = new ArrayList<>();
    private final List<StuckTask> stuck = new ArrayList<>();
    private String status = "RUNNING";
    private CheckpointFacts checkpoints = CheckpointFacts.OFF;

    Drawn status(String newStatus) {
        status = newStatus;
        return this;
    }

    /** A checkpoint 7 that has been under way for 15 s and waits for tasks. */
    Drawn hanging(CheckpointFacts.AwaitedTask... awaited) {
        checkpoints = new CheckpointFacts(
                1_000, 6, 0, 6, 20, 100, new CheckpointFacts.Pending(7, 15_000, List.of(), List.of(awaited), false));
        return this;
    }

    /** A task that works and has passed a checkpoint. */
    Drawn task(int vertex, int instance, long passed) {
        return task(vertex, instance, Activity.WORKING, new BarrierFacts(passed, -1, 0));
    }

    /** A task that waits for a barrier on a channel. */
    Drawn aligning(int vertex, int instance) {
        return task(vertex, instance, Activity.WORKING, new BarrierFacts(6, 7, 1));
    }

    /** A task that has no room to send to a task of the next vertex. */
    Drawn waiting(int vertex, int instance, int target) {
        return task(
                vertex,
                instance,
                Activity.BACK_PRESSURED,
                new BarrierFacts(6, -1, 0),
                new FullChannel(vertex, target, 10));
    }

    /** A task that does not answer. */
    Drawn stuck(int vertex, int instance, String... stack) {
        stuck.add(new StuckTask(vertex, instance, 12_000, List.of(stack)));
        return this;
    }

    private Drawn task(int vertex, int instance, Activity activity, BarrierFacts barrier, FullChannel... full) {
        OperatorFacts operator = new OperatorFacts(
                "op",
                vertex == 0 ? 0 : 9,
                vertex == 2 ? 0 : 9,
                0,
                false,
                0,
                false,
                0,
                TimerFacts.NONE,
                TimerFacts.NONE,
                0,
                0);
        tasks.add(new TaskFacts(
                vertex,
                instance,
                0,
                activity,
                false,
                new TimeFacts(0, 0, 0, 990, 0, 0),
                new EventTimeFacts(0, false, vertex - 1, 0),
                barrier,
                List.of(operator),
                List.of(),
                List.of(full),
                PARALLELISM,
                -1,
                List.of()));
        return this;
    }

    Diagnosis diagnosis() {
        return Diagnostics.of(new JobFacts(
                "id",
                "drawn",
                status,
                false,
                50_000,
                40_000,
                3,
                List.of(vertex("source", true, false), vertex("middle", false, false), vertex("sink", false, true)),
                List.of(new EdgeFacts(0, 1, false), new EdgeFacts(1, 2, false)),
                tasks,
                stuck,
                List.of(),
                checkpoints));
    }

    List<String> said() {
        return diagnosis().findings().stream().map(Finding::what).toList();
    }

    private static VertexFacts vertex(String name, boolean source, boolean sink) {
        return new VertexFacts(name, PARALLELISM, source, false, List.of(new NamedOperator(name, sink)));
    }
}
