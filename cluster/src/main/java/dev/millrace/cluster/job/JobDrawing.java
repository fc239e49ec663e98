package dev.millrace.cluster.job;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.EdgeFacts;
import dev.millrace.core.fact.JobFacts.NamedOperator;
import dev.millrace.core.fact.JobFacts.StuckTask;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import java.util.ArrayList;
import java.util.List;

/** Puts what tasks say of themselves beside what is known of their job. */
final class JobDrawing {

    private JobDrawing() {}

    static JobFacts of(Job job, List<TaskFacts> tasks, List<StuckTask> stuck) {
        return new JobFacts(
                job.id(),
                job.graph().name(),
                job.state().status().name(),
                job.graph().settings().batch(),
                job.environment().node().clock().millis(),
                job.runtimeMillis(),
                job.restarts(),
                vertices(job.graph()),
                job.graph().edges().stream()
                        .map(edge -> new EdgeFacts(edge.source(), edge.target(), edge.feedback()))
                        .toList(),
                tasks,
                stuck,
                job.sources() == null ? List.of() : job.sources().readings(tasks),
                checkpoints(job));
    }

    static CheckpointFacts checkpoints(Job job) {
        return job.checkpoints() == null
                ? CheckpointFacts.OFF
                : job.checkpoints().facts();
    }

    private static List<VertexFacts> vertices(JobGraph graph) {
        List<VertexFacts> vertices = new ArrayList<>();
        for (int place = 0; place < graph.vertices().size(); place++) {
            Vertex vertex = graph.vertices().get(place);
            List<NamedOperator> operators = new ArrayList<>();
            if (vertex.source() != null) {
                operators.add(new NamedOperator(vertex.source().name(), isUnread(graph, place, OperatorNode.INPUTS)));
            }
            for (int operator = 0; operator < vertex.chain().size(); operator++) {
                OperatorNode node = vertex.chain().get(operator);
                operators.add(new NamedOperator(
                        node.name(),
                        isUnread(graph, place, operator),
                        node.factory().combines()));
            }
            boolean bounded =
                    vertex.source() != null && vertex.source().source().getBoundedness() == Boundedness.BOUNDED;
            vertices.add(
                    new VertexFacts(vertex.name(), vertex.parallelism(), vertex.source() != null, bounded, operators));
        }
        return vertices;
    }

    /** Whether nothing of the job reads what an operator emits. */
    private static boolean isUnread(JobGraph graph, int vertex, int operator) {
        List<OperatorNode> chain = graph.vertices().get(vertex).chain();
        for (int place = 0; place < chain.size(); place++) {
            if (place > operator && chain.get(place).upstream() == operator) {
                return false;
            }
        }
        for (Edge edge : graph.edges()) {
            if (edge.source() == vertex && edge.operator() == operator) {
                return false;
            }
        }
        return true;
    }
}
