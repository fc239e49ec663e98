package dev.millrace.core.state;

/**
 * Key groups {@code first} to {@code last}, both included. A key's group follows from its structural hash alone; the
 * groups of an instance follow from its number and the parallelism.
 */
public record KeyGroupRange(int first, int last) implements java.io.Serializable {

    public KeyGroupRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no key groups from " + first + " to " + last);
        }
    }

    /** The group of a key with this structural hash, from 0 to {@code maxParallelism - 1}. */
    public static int groupOf(int hash, int maxParallelism) {
        return (int) (((hash & 0xffff_ffffL) * maxParallelism) >>> 32);
    }

    /** The instance that owns a group. */
    public static int ownerOf(int keyGroup, int maxParallelism, int parallelism) {
        return keyGroup * parallelism / maxParallelism;
    }

    /** The groups that an instance owns. */
    public static KeyGroupRange of(int instance, int maxParallelism, int parallelism) {
        int first = (instance * maxParallelism + parallelism - 1) / parallelism;
        int last = ((instance + 1) * maxParallelism - 1) / parallelism;
        return new KeyGroupRange(first, last);
    }

    public int size() {
        return last - first + 1;
    }

    public boolean contains(int keyGroup) {
        return keyGroup >= first && keyGroup <= last;
    }
}
