package dev.millrace.state.heap;

/** The values of one state. */
sealed interface Column permits ValueColumn, MapColumn, StoredColumn {

    boolean has(int row);

    /** Forgets the value of a row; fine when there is none. */
    void clear(int row);

    /** The values as they are, for the thread that writes the snapshot being marked. */
    FrozenColumn freeze();
}
