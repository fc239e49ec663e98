package dev.millrace.runtime.loop;

/** A task's part of a checkpoint that is not complete yet; one of these calls comes, once. */
public interface Deferred {
    void complete();

    /** The checkpoint will never complete. */
    void drop();

    void fail(Throwable why);
}
