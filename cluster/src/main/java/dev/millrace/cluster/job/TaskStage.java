package dev.millrace.cluster.job;

/** How far one attempt of a task has come. */
enum TaskStage {
    /** It has not been sent to a task manager yet. */
    PLANNED,
    /** A task manager has been told to start it. */
    DEPLOYING,
    /** Its operators are open. */
    RUNNING,
    /** It has been told to stop. */
    CANCELLING,
    /** It has come to its end, with its last results committed. */
    FINISHED,
    /** It has stopped before its end. */
    CANCELLED,
    /** It has failed, or the task manager it was on is lost. */
    FAILED;

    /** Whether a task manager may be running it. */
    boolean isAlive() {
        return this == DEPLOYING || this == RUNNING || this == CANCELLING;
    }

    /** The legal transitions. */
    boolean mayBecome(TaskStage next) {
        return switch (this) {
            case PLANNED -> next == DEPLOYING;
            case DEPLOYING -> next == RUNNING || next == CANCELLING || next == CANCELLED || next == FAILED;
            case RUNNING -> next == CANCELLING || next == FINISHED || next == CANCELLED || next == FAILED;
            case CANCELLING -> next == FINISHED || next == CANCELLED || next == FAILED;
            case FINISHED, CANCELLED, FAILED -> next == PLANNED;
        };
    }
}
