package dev.millrace.cluster.rig;

import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskHost;
import dev.millrace.runtime.TaskId;
import java.util.ArrayList;
import java.util.List;

/** Runs stepped tasks. */
final class RigHost implements TaskHost {

    private final Rig rig;
    private final List<RigTask> tasks = new ArrayList<>();

    RigHost(Rig rig) {
        this.rig = rig;
    }

    @Override
    public TaskControl deploy(TaskDeployment deployment, TaskEvents events) {
        RigTask task = new RigTask(rig, deployment, events);
        tasks.add(task);
        task.start();
        return task;
    }

    List<RigTask> tasks() {
        tasks.removeIf(task -> !task.isAlive());
        return tasks;
    }

    void die() {
        tasks.forEach(RigTask::die);
    }

    @Override
    public List<String> stack(TaskId task) {
        return List.of();
    }

    @Override
    public void close() {
        die();
    }
}
