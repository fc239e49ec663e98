package dev.millrace.core.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A chain of operators that run as one task, in {@code parallelism} instances.
 *
 * @param id the stable id of its first operator or source
 * @param name its operators' names, joined by arrows
 * @param maxParallelism the number of key groups, which state keeps for ever
 * @param slotSharingGroup vertices of one group may share a slot
 * @param source the source at its head, or null when it has inputs
 * @param chain its operators, each after the one it reads; may be empty only for a source whose records leave at once
 */
public record Vertex(
        String id,
        String name,
        int parallelism,
        int maxParallelism,
        String slotSharingGroup,
        SourceNode source,
        List<OperatorNode> chain)
        implements Serializable {}
