package dev.millrace.runtime.task;

/** The phase that a task is in. Owned by the task's thread. */
final class TaskLife {
    private TaskPhase phase = TaskPhase.DEPLOYED;

    TaskPhase phase() {
        return phase;
    }

    boolean is(TaskPhase asked) {
        return phase == asked;
    }

    void enter(TaskPhase next) {
        assert next.compareTo(phase) > 0 : "from " + phase + " to " + next;
        phase = next;
    }
}
