package dev.millrace.cluster.why;

import dev.millrace.cluster.why.Scene.Task;
import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts.EdgeFacts;
import dev.millrace.core.fact.TaskFacts;
import java.util.ArrayList;
import java.util.List;

/** A checkpoint that does not come to its end, and who it waits for. */
final class CheckpointRule implements Rule {

    /** A checkpoint hangs when it takes so long, and so many times as long as the one before. */
    private static final long HANGS_MILLIS = 10_000;

    private static final long HANGS_TIMES = 3;

    @Override
    public List<Finding> look(Scene scene) {
        CheckpointFacts checkpoints = scene.job().checkpoints();
        CheckpointFacts.Pending pending = checkpoints.pending();
        if (pending == null
                || pending.forMillis() < HANGS_MILLIS
                || pending.forMillis() < HANGS_TIMES * checkpoints.lastDurationMillis()) {
            return List.of();
        }
        String name = "checkpoint " + pending.id();
        String begin = name + " has been under way for " + Words.duration(pending.forMillis());
        if (pending.publishing()) {
            return finding(
                    name,
                    begin + ": its parts are there, its manifest is being written",
                    "see whether the checkpoint directory can be written to");
        } else if (!pending.sources().isEmpty()) {
            return finding(
                    name,
                    begin + ": the enumerators of " + Words.of(pending.sources().size(), "source")
                            + " have not written their state",
                    "see why snapshotState of the enumerator does not return");
        }
        List<Finding> findings = new ArrayList<>();
        for (CheckpointFacts.AwaitedTask awaited : pending.tasks()) {
            Task task = new Task(awaited.vertex(), awaited.instance());
            findings.addAll(ofTask(scene, name, begin, pending, task));
        }
        return findings;
    }

    private static List<Finding> ofTask(
            Scene scene, String name, String begin, CheckpointFacts.Pending pending, Task task) {
        TaskFacts facts = scene.task(task);
        if (scene.stuck(task) != null) {
            return finding(
                    name,
                    begin + ": " + scene.name(task) + " does not get to it, because it does not answer",
                    "see what " + scene.name(task) + " is doing: a barrier passes between two calls of its code");
        } else if (facts != null && facts.barrier().passed() >= pending.id()) {
            return finding(
                    name,
                    begin + ": " + scene.name(task) + " is writing its part",
                    "see whether the checkpoint directory is fast enough for the state of "
                            + scene.name(task.vertex()));
        } else if (scene.vertex(task.vertex()).source()) {
            return finding(
                    name,
                    begin + ": " + scene.name(task) + " has not taken its snapshot",
                    "see whether its source is ready for one: a source function that holds the checkpoint lock, a"
                            + " reader that waits inside a call");
        }
        boolean hasBarrier = facts != null && facts.barrier().aligning() >= pending.id();
        boolean hasRunBefore = predecessorsPassed(scene, task, pending.id());
        if (hasRunBefore) {
            String how = hasBarrier
                    ? " waits for the barrier on " + Words.of(facts.barrier().missing(), "channel")
                    : " has not come to the barrier";
            return finding(
                    name,
                    begin + ": " + scene.name(task) + how + ", which lies behind the records of its channels",
                    "make " + scene.name(task.vertex()) + " faster or raise its parallelism");
        }
        return List.of(); // waits for one before it, which is told
    }

    private static boolean predecessorsPassed(Scene scene, Task task, long checkpoint) {
        for (EdgeFacts edge : scene.job().edges()) {
            if (edge.target() == task.vertex() && !edge.feedback()) {
                for (TaskFacts before : scene.tasks(edge.source())) {
                    if (!before.dataEnded() && before.barrier().passed() < checkpoint) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static List<Finding> finding(String name, String what, String remedy) {
        return List.of(new Finding(Cause.CHECKPOINT_HANGS, name, what, remedy));
    }
}
