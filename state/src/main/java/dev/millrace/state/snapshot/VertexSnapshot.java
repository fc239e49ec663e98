package dev.millrace.state.snapshot;

import java.io.Serializable;
import java.util.List;

/**
 * What a checkpoint holds of one vertex.
 *
 * @param vertex the vertex's stable id
 * @param name the vertex's name, for errors
 * @param operators its source and operators, those without state included
 * @param instances one entry per instance, in order
 */
public record VertexSnapshot(
        String vertex, String name, List<OperatorName> operators, int maxParallelism, List<InstanceSnapshot> instances)
        implements Serializable {

    public VertexSnapshot {
        operators = List.copyOf(operators);
        instances = List.copyOf(instances);
    }

    /** A source's or operator's stable id, and the name that errors show. */
    public record OperatorName(String id, String name) implements Serializable {}

    public int parallelism() {
        return instances.size();
    }
}
