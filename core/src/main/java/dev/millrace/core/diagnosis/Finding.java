package dev.millrace.core.diagnosis;

/**
 * Something that explains why nothing comes out, or why nothing is wrong.
 *
 * @param cause what kind of thing it is; findings of one cause at one place are the same, whatever their numbers
 * @param place the operator, task, split or checkpoint that it is about
 * @param what what is the matter, with its numbers, in one sentence
 * @param remedy what to do about it, in one sentence
 */
public record Finding(Cause cause, String place, String what, String remedy) {

    /** What keeps results from coming, the one that explains most first. */
    public enum Cause {
        /** The job does not run, so that nothing can come. */
        NOT_RUNNING,
        /** A thread is in a call of user code and does not come back. */
        BLOCKED_CALL,
        /** A task has no room to send to, because a task behind it is too slow. */
        BACK_PRESSURE,
        /** Nothing comes from outside. */
        NO_INPUT,
        /** Records come to an operator that drops all of them on purpose. */
        ALL_FILTERED,
        /** An operator drops most records because they are late, or so many that nothing comes out. */
        MOST_LATE,
        /** Windows or timers wait for event time, and nobody makes watermarks. */
        NO_WATERMARKS,
        /** Windows or timers wait for event time that does not come, or comes too slowly. */
        EVENT_TIME_HELD,
        /** An operator takes records and emits nothing, and waits for no time. */
        SILENT_OPERATOR,
        /** A checkpoint does not come to its end, so that what is committed with it does not either. */
        CHECKPOINT_HANGS,
        /** Some records are dropped because they are late. */
        SOME_LATE,
        /** Windows or timers wait for a time that comes by itself. */
        WAITS_FOR_TIME;

        /** Whether something is wrong; results that wait for their time are as they should be. */
        public boolean isFault() {
            return this != WAITS_FOR_TIME && this != SOME_LATE;
        }
    }
}
