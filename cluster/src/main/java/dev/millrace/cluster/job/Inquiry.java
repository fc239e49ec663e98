package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.ControlMessage.TaskSilent;
import dev.millrace.cluster.protocol.ControlMessage.TellFacts;
import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.StuckTask;
import dev.millrace.core.fact.TaskFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Asks the tasks of a job how they do, one round at a time: who asks while one is on its way is answered by the next. A task
 * that does not answer is shown as it was when it did last. Owned by the node's thread.
 */
final class Inquiry {

    /** A task manager that says nothing is not waited for any longer. */
    private static final long ROUND_MILLIS_MAX = 1_000;

    private final Job job;
    private final FinishedTasks finished;
    private final TreeMap<TaskKey, TaskFacts> known = new TreeMap<>();
    private final TreeMap<TaskKey, StuckTask> stuck = new TreeMap<>();
    private final TreeSet<TaskKey> awaited = new TreeSet<>();
    private List<Consumer<JobFacts>> asking = new ArrayList<>();
    private List<Consumer<JobFacts>> next = new ArrayList<>();
    private boolean nextWantsMetrics;
    private long rounds;
    private long beganMillis;

    /** How far a round has come. */
    private enum Stage {
        NONE,
        ASKING,
        READING
    }

    private Stage stage = Stage.NONE;

    Inquiry(Job job) {
        this.job = job;
        this.finished = new FinishedTasks(job);
    }

    /**
     * Asks.
     *
     * @param metrics whether the metrics of operators are wanted too
     */
    void ask(boolean metrics, Consumer<JobFacts> asker) {
        next.add(asker);
        nextWantsMetrics |= metrics;
        if (stage == Stage.NONE) {
            begin();
        }
    }

    private void begin() {
        asking = next;
        next = new ArrayList<>();
        boolean metrics = nextWantsMetrics;
        nextWantsMetrics = false;
        stage = Stage.ASKING;
        rounds++;
        beganMillis = job.environment().node().nowMillis();
        stuck.clear();
        for (Execution task : job.tasks().all()) {
            if (task.isAlive()) {
                awaited.add(task.key());
                job.tellTask(task, new TellFacts(task.id(), rounds, metrics));
            }
        }
        endIfAnswered();
    }

    /** A task has answered. */
    void told(Execution task, long request, TaskFacts facts) {
        known.put(task.key(), facts);
        if (request == rounds) {
            answered(task.key());
        }
    }

    /** A task manager speaks for a task that does not answer. */
    void silent(Execution task, TaskSilent words) {
        if (words.request() == rounds) {
            TaskKey key = task.key();
            stuck.put(key, new StuckTask(key.vertex(), key.instance(), words.silentMillis(), words.stack()));
            answered(key);
        }
    }

    private void answered(TaskKey task) {
        if (awaited.remove(task)) {
            endIfAnswered();
        }
    }

    void onTick(long nowMillis) {
        if (stage == Stage.ASKING) {
            awaited.removeIf(task -> !job.tasks().of(task).isAlive());
            if (nowMillis - beganMillis >= ROUND_MILLIS_MAX) {
                awaited.clear();
            }
            endIfAnswered();
        }
    }

    private void endIfAnswered() {
        if (awaited.isEmpty()) {
            stage = Stage.READING;
            finished.read(this::end);
        }
    }

    private void end() {
        List<TaskFacts> tasks = new ArrayList<>();
        for (Execution task : job.tasks().all()) {
            TaskFacts facts = task.stage() == TaskStage.FINISHED ? finished.of(task) : known.get(task.key());
            if (facts != null && facts.attempt() == task.id().attempt()) {
                tasks.add(facts);
            }
        }
        JobFacts facts = JobDrawing.of(job, tasks, List.copyOf(stuck.values()));
        List<Consumer<JobFacts>> askers = asking;
        stage = Stage.NONE;
        askers.forEach(asker -> asker.accept(facts));
        if (stage == Stage.NONE && !next.isEmpty()) {
            begin();
        }
    }
}
