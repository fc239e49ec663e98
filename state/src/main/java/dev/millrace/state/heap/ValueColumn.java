package dev.millrace.state.heap;

/** A column with one value per row. */
sealed interface ValueColumn extends Column permits LongColumn, TextColumn, ObjectColumn, FlatColumn {

    /** The value, to be looked at by the engine only, or null. */
    Object get(int row);

    /** Brings the memory of a row's value near, and answers anything. */
    long touch(int row);

    /** The value, to be changed in place by a function of the user that does not keep it, or null. */
    Object edit(int row);

    /** The value, to be kept and changed by user code at any time, or null. */
    Object handOut(int row);

    /**
     * Sets a value that is not null. What user code may still hold has been copied, unless it is the very value that the
     * row has.
     *
     * @return false, with nothing changed, when the value does not fit this kind of column
     */
    boolean set(int row, Object value);

    /** What values are kept as: tables share a column when theirs would have the same form. */
    Object form();

    /** Gives up a page whose rows another column takes over. */
    void drop(int page);
}
