package dev.millrace.core.element;

/** Keys that are all of class {@link Long}, unboxed. */
public record LongKeys(long[] keys, int[] hashes) implements KeyLane {

    @Override
    public Object key(int row) {
        return keys[row];
    }

    @Override
    public int hash(int row) {
        return hashes[row];
    }
}
