package dev.millrace.state.heap;

import java.util.Arrays;

/** Rows that may be given up once nobody has selected them. */
final class PendingRows {

    /** Bounds the rows that wait while keys are selected one by one. */
    static final int ROWS_MAX = 1024;

    private Table[] tables = new Table[16];
    private int[] rows = new int[16];
    private int size;

    void add(Table table, int row) {
        if (size == rows.length) {
            tables = Arrays.copyOf(tables, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        tables[size] = table;
        rows[size++] = row;
    }

    int size() {
        return size;
    }

    /** Gives up the rows that are empty still. */
    void sweep() {
        for (int i = 0; i < size; i++) {
            tables[i].removeIfEmpty(rows[i]);
            tables[i] = null;
        }
        size = 0;
    }
}
