package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.CheckpointedJob.Survey;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.cluster.schedule.Topology;
import dev.millrace.runtime.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** All tasks of a job. */
final class Tasks {

    private final Topology topology;
    private final TreeMap<TaskKey, Execution> executions = new TreeMap<>();

    Tasks(String job, Topology topology) {
        this.topology = topology;
        for (TaskKey task : topology.tasks()) {
            executions.put(task, new Execution(job, task, topology.region(task)));
        }
    }

    Collection<Execution> all() {
        return executions.values();
    }

    Execution of(TaskKey task) {
        return executions.get(task);
    }

    /** The task whose living attempt this is, or null: then the message about it has come too late. */
    Execution alive(TaskId id) {
        Execution task = executions.get(new TaskKey(id.vertex(), id.instance()));
        return task != null && task.isAlive() && task.id().equals(id) ? task : null;
    }

    List<Execution> inRegions(Set<Integer> regions) {
        return all().stream().filter(task -> regions.contains(task.region())).toList();
    }

    List<Execution> on(NodeId taskManager) {
        return all().stream()
                .filter(task -> task.isAlive() && task.place().equals(taskManager))
                .toList();
    }

    List<Execution> ofVertex(int vertex) {
        return all().stream().filter(task -> task.key().vertex() == vertex).toList();
    }

    boolean noneAlive() {
        return all().stream().noneMatch(Execution::isAlive);
    }

    boolean allFinished() {
        return all().stream().allMatch(task -> task.stage() == TaskStage.FINISHED);
    }

    Survey survey() {
        boolean settled = true;
        boolean ended = true;
        List<TaskId> running = new ArrayList<>();
        List<TaskId> heads = new ArrayList<>();
        for (Execution task : all()) {
            if (task.stage() == TaskStage.RUNNING) {
                running.add(task.id());
                ended &= task.hasDataEnded();
                if (topology.predecessors(task.key()).stream().noneMatch(this::runs)) {
                    heads.add(task.id());
                }
            } else {
                settled &= task.stage() == TaskStage.FINISHED;
            }
        }
        return new Survey(settled, settled && ended && !running.isEmpty(), running, heads);
    }

    private boolean runs(TaskKey task) {
        return of(task).stage() == TaskStage.RUNNING;
    }
}
