package dev.millrace.runtime.loop;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.TaskDeployment;
import java.util.List;

/** The edges that lead back to a task, and whose the records are that were on their way when a checkpoint was taken. */
record BackEdges(TaskDeployment deployment) {
    /** Whether there are any: then the task heads a loop. */
    boolean any() {
        return deployment.inputs().stream().anyMatch(BackEdges::leadsBack);
    }

    private static boolean leadsBack(InputWiring wiring) {
        return wiring.feedback() != null;
    }

    InputWiring first() {
        return deployment.inputs().stream()
                .filter(BackEdges::leadsBack)
                .findFirst()
                .orElseThrow();
    }

    /** The back edge at a place among the edges into the task; any one where the program has changed since. */
    InputWiring at(int edge) {
        List<InputWiring> inputs = deployment.inputs();
        return edge < inputs.size() && leadsBack(inputs.get(edge)) ? inputs.get(edge) : first();
    }

    /**
     * Whether a record of a checkpoint comes back to this task.
     *
     * @param instance the one that it was on its way to
     * @param edge the one that it came by
     * @param same whether the parallelism is that of the checkpoint
     */
    boolean isMine(Object value, int instance, int edge, boolean same) throws Exception {
        int mine = deployment.id().instance();
        if (same) {
            return instance == mine;
        }
        if (at(edge).feedback().exchange() instanceof Exchange.Hash hash) {
            return ownerOf(hash, value) == mine;
        }
        return instance % deployment.vertex().parallelism() == mine;
    }

    @SuppressWarnings("unchecked") // the selector was made for the records of this edge
    private int ownerOf(Exchange.Hash hash, Object value) throws Exception {
        Object key = ((KeySelector<Object, ?>) hash.key()).getKey(value);
        int groups = deployment.vertex().maxParallelism();
        int group = KeyGroupRange.groupOf(deployment.types().hash(key), groups);
        return KeyGroupRange.ownerOf(group, groups, deployment.vertex().parallelism());
    }
}
