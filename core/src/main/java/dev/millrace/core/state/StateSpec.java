package dev.millrace.core.state;

import dev.millrace.core.memory.Memory;
import dev.millrace.core.type.TypeSystem;
import java.util.List;

/**
 * What a store of keyed state is opened with.
 *
 * @param operator the operator's name, for errors
 * @param keyGroups the key groups that this instance owns
 * @param maxParallelism the number of key groups of the operator
 * @param restored key groups to read first, from one or more earlier instances; each group stands in at most one
 */
public record StateSpec(
        String operator,
        KeyGroupRange keyGroups,
        int maxParallelism,
        TypeSystem types,
        Memory memory,
        List<StoredKeyGroups> restored) {}
