package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.runtime.TaskId;

/** One task and the attempt of it that counts now. */
final class Execution {

    private final String job;
    private final TaskKey key;
    private final int region;
    private int attempt = -1;
    private TaskStage stage = TaskStage.PLANNED;
    private NodeId place;
    private boolean dataEnded;
    private byte[] tally;

    Execution(String job, TaskKey key, int region) {
        this.job = job;
        this.key = key;
        this.region = region;
    }

    TaskKey key() {
        return key;
    }

    int region() {
        return region;
    }

    /** The attempt that counts now. */
    TaskId id() {
        return new TaskId(job, key.vertex(), key.instance(), attempt);
    }

    TaskStage stage() {
        return stage;
    }

    boolean isAlive() {
        return stage.isAlive();
    }

    /** The task manager that the attempt was sent to. */
    NodeId place() {
        return place;
    }

    /** Whether it has seen the end of its data. */
    boolean hasDataEnded() {
        return dataEnded;
    }

    void dataEnded() {
        dataEnded = true;
    }

    /** What it had accumulated when it finished, or null. */
    byte[] tally() {
        return tally;
    }

    /** Begins the next attempt. */
    void deploying(NodeId taskManager) {
        if (stage != TaskStage.PLANNED) {
            become(TaskStage.PLANNED);
        }
        attempt++;
        place = taskManager;
        dataEnded = false;
        tally = null;
        become(TaskStage.DEPLOYING);
    }

    void finished(byte[] whole) {
        tally = whole;
        become(TaskStage.FINISHED);
    }

    void become(TaskStage next) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException("task " + id() + " cannot go from " + stage + " to " + next);
        }
        stage = next;
    }
}
