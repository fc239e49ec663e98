package dev.millrace.cluster.why;

import dev.millrace.cluster.why.Scene.Task;
import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.JobFacts.StuckTask;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.fact.TaskFacts.Activity;
import dev.millrace.core.fact.TaskFacts.FullChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tasks have no room to send to. Follows the full channels to the task at which all of them end, the one that is too slow,
 * and names those who wait for it.
 */
final class BackPressureRule implements Rule {

    @Override
    public List<Finding> look(Scene scene) {
        TreeMap<Task, TreeSet<Task>> waitingFor = new TreeMap<>();
        for (TaskFacts task : scene.job().tasks()) {
            if (task.activity() == Activity.BACK_PRESSURED) {
                Task slow = slowest(scene, task);
                waitingFor.computeIfAbsent(slow, key -> new TreeSet<>()).add(new Task(task.vertex(), task.instance()));
            }
        }
        List<Finding> findings = new ArrayList<>();
        waitingFor.forEach((slow, waiting) -> findings.add(finding(scene, slow, waiting)));
        return findings;
    }

    private static Task slowest(Scene scene, TaskFacts waiting) {
        TreeSet<Task> seen = new TreeSet<>();
        Task at = new Task(waiting.vertex(), waiting.instance());
        TaskFacts facts = waiting;
        while (seen.add(at) && facts != null && !facts.full().isEmpty() && scene.stuck(at) == null) {
            FullChannel full = facts.full().get(0);
            at = new Task(scene.job().edges().get(full.edge()).target(), full.consumer());
            facts = scene.task(at);
        }
        return at;
    }

    private static Finding finding(Scene scene, Task slow, TreeSet<Task> waiting) {
        List<String> names = waiting.stream().map(scene::name).toList();
        String who = String.join(", ", names);
        String what = who + (names.size() == 1 ? " has" : " have") + " no room to send to: " + scene.name(slow)
                + " does not take what lies in its channels" + reason(scene, slow);
        return new Finding(
                Cause.BACK_PRESSURE,
                scene.name(slow),
                what,
                "make " + scene.name(slow.vertex())
                        + " faster or raise its parallelism; those who wait for it need nothing");
    }

    private static String reason(Scene scene, Task slow) {
        StuckTask stuck = scene.stuck(slow);
        if (stuck != null) {
            return stuck.stack().isEmpty()
                    ? "; it does not answer"
                    : ", because it is in a call of its code: " + Calls.ofUser(stuck.stack());
        }
        TaskFacts facts = scene.task(slow);
        return facts == null
                ? "; it has not begun"
                : "; it is busy " + Math.round(facts.time().busyMillisPerSecond()) + " ms of each second";
    }
}
