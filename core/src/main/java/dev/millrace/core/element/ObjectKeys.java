package dev.millrace.core.element;

/** Keys of any class, by reference. */
public record ObjectKeys(Object[] keys, int[] hashes) implements KeyLane {

    @Override
    public Object key(int row) {
        return keys[row];
    }

    @Override
    public int hash(int row) {
        return hashes[row];
    }
}
