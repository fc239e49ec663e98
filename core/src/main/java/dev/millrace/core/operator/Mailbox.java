package dev.millrace.core.operator;

/** Calls that other threads or the clock make into the operator's thread. */
public interface Mailbox {

    /** Runs an action on the operator's thread, between two records. Safe for use by any thread. */
    void execute(Action action);

    /** Runs an action on the operator's thread when the clock has come to {@code timeMillis}; lost at the task's end. */
    void at(long timeMillis, Action action);

    /** Something to do on the operator's thread; what it throws fails the task. */
    interface Action {
        void run() throws Exception;
    }
}
