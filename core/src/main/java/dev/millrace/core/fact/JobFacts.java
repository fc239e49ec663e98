package dev.millrace.core.fact;

import java.util.List;

/**
 * A job at one moment.
 *
 * @param status the name of its status
 * @param batch whether results come when all input has ended
 * @param timeMillis when it was asked, milliseconds since the epoch
 * @param runtimeMillis since its start
 * @param restarts how often tasks of it were started again after a failure
 * @param vertices in the order of the job graph
 * @param edges in the order of the job graph
 * @param tasks those that answered
 * @param stuck those that did not, because they are in the middle of a step
 * @param readings of the sources that can tell how far they have come
 */
public record JobFacts(
        String id,
        String name,
        String status,
        boolean batch,
        long timeMillis,
        long runtimeMillis,
        long restarts,
        List<VertexFacts> vertices,
        List<EdgeFacts> edges,
        List<TaskFacts> tasks,
        List<StuckTask> stuck,
        List<ReadingFacts> readings,
        CheckpointFacts checkpoints) {

    /**
     * A vertex of the job graph.
     *
     * @param source whether it reads from outside
     * @param bounded whether what it reads from outside ends by itself; false for a vertex with inputs
     * @param operators in order, the source first
     */
    public record VertexFacts(
            String name, int parallelism, boolean source, boolean bounded, List<NamedOperator> operators) {}

    /**
     * An operator of a vertex.
     *
     * @param sink whether nothing of the job reads its results
     * @param combines whether it holds records until event time goes on, to combine them
     */
    public record NamedOperator(String name, boolean sink, boolean combines) {

        /** An operator that holds nothing back. */
        public NamedOperator(String name, boolean sink) {
            this(name, sink, false);
        }
    }

    /** An edge of the job graph: the places of the two vertices, and whether it leads back in a loop. */
    public record EdgeFacts(int source, int target, boolean feedback) {}

    /**
     * How far a source has come.
     *
     * @param vertex the place of its vertex
     * @param left how much is still to be read, in the source's own unit
     * @param whole how much that was at the start
     */
    public record ReadingFacts(int vertex, double left, double whole) {}

    /**
     * A task that has not answered in time.
     *
     * @param silentMillis how long it has been known not to answer
     * @param stack what its thread is doing, innermost call first; empty when it is in no step
     */
    public record StuckTask(int vertex, int instance, long silentMillis, List<String> stack) {}
}
