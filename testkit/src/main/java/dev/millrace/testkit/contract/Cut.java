package dev.millrace.testkit.contract;

/**
 * A checkpoint in the middle of a script, and what becomes of it.
 *
 * @param at how many happenings have been before it
 * @param fate what becomes of it
 * @param parallelism of the life after it
 * @param until for a crash: how many happenings have been when it comes
 */
public record Cut(int at, Fate fate, int parallelism, int until) {

    /** What becomes of a checkpoint. */
    public enum Fate {
        /** It is published. */
        COMPLETE,
        /** It is given up. */
        ABORT,
        /** It is published, and a new life begins from it before any task has heard of it. */
        RESTORE,
        /** It is published, and two new lives begin from it, one after the other, which must write the same at once. */
        TWICE,
        /** It is published, and later everything crashes and a new life begins from it. */
        CRASH
    }

    public static Cut complete(int at) {
        return new Cut(at, Fate.COMPLETE, 0, at);
    }

    public static Cut abort(int at) {
        return new Cut(at, Fate.ABORT, 0, at);
    }

    public static Cut restore(int at, int parallelism) {
        return new Cut(at, Fate.RESTORE, parallelism, at);
    }

    public static Cut twice(int at) {
        return new Cut(at, Fate.TWICE, 1, at);
    }

    public static Cut crash(int at, int until, int parallelism) {
        return new Cut(at, Fate.CRASH, parallelism, until);
    }
}
