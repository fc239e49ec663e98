package dev.millrace.stream.async;

/**
 * The requests of an operator in their order, with the marks between them. Nothing that came before a mark goes on after
 * it. Owned by the task's thread.
 */
sealed interface Pending<I, O> permits InOrder, AsAnswered {

    /** A mark between records. */
    sealed interface Mark {}

    /** A watermark. */
    record Watermark(long timestamp) implements Mark {}

    /** The inputs went idle, or became active. */
    record Idle(boolean idle) implements Mark {}

    /** Where records and marks go on. */
    interface Exit<I, O> {

        void go(Request<I, O> request);

        void go(Mark mark);
    }

    void add(Request<I, O> request);

    void add(Mark mark);

    /** A request has been answered. */
    void answered(Request<I, O> request);

    /** Lets everything go on whose turn it is. */
    void release(Exit<I, O> exit);

    /** The requests that have not gone on, in the order of their records where that matters. */
    Iterable<Request<I, O>> requests();
}
