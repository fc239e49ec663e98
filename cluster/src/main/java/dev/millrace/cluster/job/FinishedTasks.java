package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.Tallies;
import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.OperatorFacts.TimerFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.fact.TaskFacts.Activity;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.fact.TaskFacts.TimeFacts;
import dev.millrace.core.operator.Inlined;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How tasks did that have finished, from what they counted. Owned by the node's thread. */
final class FinishedTasks {

    private final Job job;
    private final TreeMap<TaskKey, TaskFacts> known = new TreeMap<>();

    FinishedTasks(Job job) {
        this.job = job;
    }

    /** The facts of a task that has finished; null when its counts cannot be read. */
    TaskFacts of(Execution task) {
        return known.get(task.key());
    }

    /** Reads the counts of those that have finished since; beside the node's thread, because they come with user code. */
    void read(Runnable back) {
        Map<TaskId, byte[]> tallies = new LinkedHashMap<>();
        for (Execution task : job.tasks().all()) {
            TaskFacts facts = known.get(task.key());
            if (task.stage() == TaskStage.FINISHED
                    && (facts == null || facts.attempt() != task.id().attempt())) {
                tallies.put(task.id(), task.tally());
            }
        }
        if (tallies.isEmpty()) {
            back.run();
            return;
        }
        job.environment().node().offload(() -> counts(tallies), (counts, failure) -> {
            if (failure == null) {
                counts.forEach((id, count) -> known.put(new TaskKey(id.vertex(), id.instance()), facts(id, count)));
            }
            back.run();
        });
    }

    private Map<TaskId, Map<String, Long>> counts(Map<TaskId, byte[]> tallies) throws Exception {
        Map<TaskId, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Map.Entry<TaskId, byte[]> tally : tallies.entrySet()) {
            counts.put(
                    tally.getKey(),
                    Tallies.merge(List.of(tally.getValue()), job.userClasses()).counts());
        }
        return counts;
    }

    private TaskFacts facts(TaskId id, Map<String, Long> counts) {
        Vertex vertex = job.topology().vertex(id.vertex());
        List<OperatorFacts> operators = new ArrayList<>();
        if (vertex.source() != null) {
            operators.add(operator(vertex.source().name(), false, counts));
        }
        for (OperatorNode node : vertex.chain()) {
            operators.add(operator(node.name(), node.factory().inlined() instanceof Inlined.Filtered, counts));
        }
        return new TaskFacts(
                id.vertex(),
                id.instance(),
                id.attempt(),
                Activity.IDLE,
                true,
                new TimeFacts(
                        count(vertex.name(), "accumulateBusyTimeMs", counts),
                        count(vertex.name(), "accumulateBackPressuredTimeMs", counts),
                        count(vertex.name(), "accumulateIdleTimeMs", counts),
                        0,
                        0,
                        0),
                new EventTimeFacts(Long.MAX_VALUE, false, -1, -1),
                new BarrierFacts(-1, -1, 0),
                operators,
                List.of(),
                List.of(),
                0,
                0,
                List.of());
    }

    private static OperatorFacts operator(String name, boolean filter, Map<String, Long> counts) {
        return new OperatorFacts(
                name,
                count(name, "numRecordsIn", counts),
                count(name, "numRecordsOut", counts),
                count(name, "numLateRecordsDropped", counts),
                filter,
                Long.MAX_VALUE,
                false,
                0,
                TimerFacts.NONE,
                TimerFacts.NONE,
                0,
                0);
    }

    private static long count(String name, String counter, Map<String, Long> counts) {
        return counts.getOrDefault(name + "." + counter, 0L);
    }
}
