package dev.millrace.state.heap;

import dev.millrace.core.state.LongCell;

/** A long of the selected key. */
final class HeapLongCell implements LongCell {

    private final Cell cell;

    HeapLongCell(Cell cell) {
        this.cell = cell;
    }

    @Override
    public long get(long absent) {
        return cell.column() instanceof LongColumn longs ? longs.getLong(cell.row(), absent) : absent;
    }

    @Override
    public void set(long value) {
        cell.longs(Primitive.LONG).setLong(cell.row(), value);
    }

    @Override
    public void clear() {
        cell.clear();
    }
}
