package dev.millrace.core.plan;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.Partitioner;
import java.io.Serializable;

/** How the records of an edge find the instance that reads them. */
public sealed interface Exchange extends Serializable {

    /** Instance to the same instance; both sides have the same parallelism. */
    record Forward() implements Exchange {}

    /** By the key group of the record's key; the batch carries keys and hashes. */
    record Hash(KeySelector<?, ?> key) implements Exchange {}

    /** Round robin over all instances. */
    record Rebalance() implements Exchange {}

    /** Round robin over the few instances that are the sender's share. */
    record Rescale() implements Exchange {}

    /** A copy to each instance. */
    record Broadcast() implements Exchange {}

    /** All to instance 0. */
    record Global() implements Exchange {}

    /** A random instance for each record, from a seeded generator. */
    record Shuffle() implements Exchange {}

    /** By the user's own partitioner. */
    record Custom(Partitioner<?> partitioner, KeySelector<?, ?> key) implements Exchange {}
}
