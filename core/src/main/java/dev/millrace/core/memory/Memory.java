package dev.millrace.core.memory;

/** The budget that buffers, state copies and overflow are charged to. Safe for use by many threads. */
public interface Memory {

    /** Charges bytes if the budget has them. */
    boolean tryReserve(long bytes);

    /** Charges bytes even beyond the budget; the next {@link #tryReserve} will then be refused. */
    void reserve(long bytes);

    /** Gives bytes back. */
    void release(long bytes);
}
