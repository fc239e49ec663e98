package dev.millrace.testkit.contract;

import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Counts the classes that a job graph is made of. */
final class Census {

    private Census() {}

    /** The classes of the graph's operators, and of all objects that travel with it. */
    static Set<Class<?>> of(JobGraph graph) {
        Set<Class<?>> classes = new TreeSet<>(Comparator.comparing(Class::getName));
        for (Vertex vertex : graph.vertices()) {
            for (OperatorNode node : vertex.chain()) {
                classes.add(node.factory().create().getClass());
            }
        }
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream()) {
            @Override
            protected void annotateClass(Class<?> type) {
                classes.add(type);
            }
        }) {
            out.writeObject(graph);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return classes;
    }
}
