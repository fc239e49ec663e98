package dev.millrace.state.heap;

/**
 * What the rows of some tables are found by. One object serves all lookups: it is set to what is looked for, and then a
 * table is asked. Owned by the operator's thread.
 */
interface Identity {

    /** Whether the row is the one that is looked for. */
    boolean is(Table table, int row);

    /** Writes what is looked for into a new row. */
    void store(Table table, int row);

    /** The hash of a row that is there. */
    int hash(Table table, int row);
}
