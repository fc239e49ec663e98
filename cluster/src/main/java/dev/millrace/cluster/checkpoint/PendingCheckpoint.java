package dev.millrace.cluster.checkpoint;

import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A checkpoint on its way: who has answered, and who has not. */
final class PendingCheckpoint {

    /** How far it has come. */
    enum Stage {
        /** The enumerators write their state. */
        ENUMERATORS,
        /** The tasks write theirs. */
        TASKS,
        /** All parts are durable and the manifest is being published: it can no longer be aborted. */
        PUBLISHING
    }

    final long id;
    /** Milliseconds since the epoch. */
    final long triggeredMillis;

    /** The same moment by the stop-watch. */
    final long startedMillis;

    private Stage stage = Stage.ENUMERATORS;
    private boolean last;
    private final Set<String> awaitedSources;
    private final Set<TaskId> awaitedTasks = new LinkedHashSet<>();
    private final Map<String, byte[]> enumerators = new LinkedHashMap<>();
    private final Map<TaskId, TaskSnapshot> parts = new LinkedHashMap<>();

    PendingCheckpoint(long id, long triggeredMillis, long startedMillis, List<String> sources) {
        this.id = id;
        this.triggeredMillis = triggeredMillis;
        this.startedMillis = startedMillis;
        awaitedSources = new LinkedHashSet<>(sources);
    }

    Stage stage() {
        return stage;
    }

    /** Whether it was triggered after all data had ended. */
    boolean isLast() {
        return last;
    }

    Map<String, byte[]> enumerators() {
        return enumerators;
    }

    Map<TaskId, TaskSnapshot> parts() {
        return parts;
    }

    /** Takes the state of an enumerator; true when it was the last one awaited. */
    boolean enumeratorDone(String source, byte[] state) {
        if (stage != Stage.ENUMERATORS || !awaitedSources.remove(source)) {
            return false;
        }
        enumerators.put(source, state);
        return awaitedSources.isEmpty();
    }

    void awaitTasks(CheckpointedJob.Survey survey) {
        stage = Stage.TASKS;
        last = survey.ended();
        awaitedTasks.addAll(survey.running());
    }

    /** Takes the part of a task; true when it was the last one awaited. */
    boolean partDone(TaskId task, TaskSnapshot part) {
        if (stage != Stage.TASKS || !awaitedTasks.remove(task)) {
            return false;
        }
        parts.put(task, part);
        return awaitedTasks.isEmpty();
    }

    boolean awaits(TaskId task) {
        return awaitedTasks.contains(task);
    }

    void publishing() {
        stage = Stage.PUBLISHING;
    }

    /** How large the parts are that have come. */
    long bytes() {
        return parts.values().stream().mapToLong(TaskSnapshot::bytes).sum();
    }

    /** What it waits for. */
    CheckpointFacts.Pending facts(long nowMillis) {
        return new CheckpointFacts.Pending(
                id,
                nowMillis - startedMillis,
                List.copyOf(awaitedSources),
                awaitedTasks.stream()
                        .map(task -> new CheckpointFacts.AwaitedTask(task.vertex(), task.instance()))
                        .toList(),
                stage == Stage.PUBLISHING);
    }

    /** Names what a checkpoint that took too long was waiting for. */
    String awaited() {
        return stage == Stage.ENUMERATORS ? "the enumerators of " + awaitedSources : "tasks " + awaitedTasks;
    }
}
