package dev.millrace.state.heap;

/**
 * The mutable values that user code may have kept: bounded, so that taking them back before a snapshot is bounded too. When
 * there are more, the oldest is taken back at once.
 */
final class Exposures {

    /** Measured: taking back this many small values takes well under a millisecond. */
    private static final int ROWS_MAX = 4096;

    private static final int ROWS_FIRST = 16;

    /** A ring, which grows to its bound: most operators hand nothing out that can be changed. */
    private ObjectColumn[] columns = new ObjectColumn[ROWS_FIRST];

    private int[] rows = new int[ROWS_FIRST];
    private int oldest;
    private int size;

    void add(ObjectColumn column, int row) {
        if (size == ROWS_MAX) {
            takeBackOldest();
        } else if (size == rows.length) {
            grow();
        }
        int place = (oldest + size++) % rows.length;
        columns[place] = column;
        rows[place] = row;
    }

    private void grow() {
        ObjectColumn[] largerColumns = new ObjectColumn[size * 2];
        int[] largerRows = new int[size * 2];
        for (int i = 0; i < size; i++) {
            int place = (oldest + i) % size;
            largerColumns[i] = columns[place];
            largerRows[i] = rows[place];
        }
        columns = largerColumns;
        rows = largerRows;
        oldest = 0;
    }

    /** Makes all values ours alone. */
    void takeBack() {
        while (size > 0) {
            takeBackOldest();
        }
    }

    private void takeBackOldest() {
        ObjectColumn column = columns[oldest];
        columns[oldest] = null;
        column.detach(rows[oldest]);
        oldest = (oldest + 1) % rows.length;
        size--;
    }
}
