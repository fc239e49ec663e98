package dev.millrace.core.plan;

import dev.millrace.core.function.OutputTag;
import java.io.Serializable;

/**
 * Records on their way from a vertex to another.
 *
 * @param source the place of the sending vertex in {@link JobGraph#vertices}
 * @param operator the place in its chain of the operator whose results travel, or {@link OperatorNode#INPUTS} for the
 *     records of its source itself
 * @param tag the side output that travels, or null for the main one
 * @param target the place of the reading vertex
 * @param input the number of the reading operator's input; several edges may share one (a union)
 * @param bufferTimeoutMillis how long a record may wait for its batch to fill; 0 sends each record at once, -1 waits
 * @param feedback whether the edge leads back to the head of a loop; without such edges a graph has no cycles
 */
public record Edge(
        int source,
        int operator,
        OutputTag<?> tag,
        int target,
        int input,
        Exchange exchange,
        long bufferTimeoutMillis,
        boolean feedback)
        implements Serializable {

    /** An edge that leads forward. */
    public Edge(
            int source,
            int operator,
            OutputTag<?> tag,
            int target,
            int input,
            Exchange exchange,
            long bufferTimeoutMillis) {
        this(source, operator, tag, target, input, exchange, bufferTimeoutMillis, false);
    }
}
