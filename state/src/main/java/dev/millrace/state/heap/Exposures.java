package dev.millrace.state.heap;

/**
 * The mutable values that user code may have kept: bounded, so that taking them back before a snapshot is bounded too. When
 * there are more, the oldest is taken back at once.
 */
final class Exposures {

    /** Measured: taking back this many small values takes well under a millisecond. */
    private static final int ROWS_MAX = 4096;

    private final ObjectColumn[] columns = new ObjectColumn[ROWS_MAX];
    private final int[] rows = new int[ROWS_MAX];
    private int oldest;
    private int size;

    void add(ObjectColumn column, int row) {
        if (size == ROWS_MAX) {
            takeBackOldest();
        }
        int place = (oldest + size++) % ROWS_MAX;
        columns[place] = column;
        rows[place] = row;
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
        oldest = (oldest + 1) % ROWS_MAX;
        size--;
    }
}
