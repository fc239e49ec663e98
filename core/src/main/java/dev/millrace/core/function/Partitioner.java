package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Sends a record to a partition of the user's choice. */
@ModelApi
@FunctionalInterface
public interface Partitioner<K> extends Function {

    /** The partition of {@code key}, from 0 to {@code numPartitions - 1}. */
    int partition(K key, int numPartitions);
}
