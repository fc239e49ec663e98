package dev.millrace.state.heap;

import dev.millrace.core.state.DoubleCell;

/** A double of the selected key. */
final class HeapDoubleCell implements DoubleCell {

    private final Cell cell;

    HeapDoubleCell(Cell cell) {
        this.cell = cell;
    }

    @Override
    public double get(double absent) {
        if (cell.column() instanceof LongColumn longs && longs.has(cell.row())) {
            return Double.longBitsToDouble(longs.getLong(cell.row(), 0));
        }
        return absent;
    }

    @Override
    public void set(double value) {
        cell.longs(Primitive.DOUBLE).setLong(cell.row(), Double.doubleToRawLongBits(value));
    }

    @Override
    public void clear() {
        cell.clear();
    }
}
