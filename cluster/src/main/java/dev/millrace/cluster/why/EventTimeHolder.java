package dev.millrace.cluster.why;

import dev.millrace.cluster.why.Scene.Task;
import dev.millrace.core.fact.JobFacts.StuckTask;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.SplitFacts;
import dev.millrace.core.fact.TaskFacts;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds who holds event time back: from an operator that waits up through the chain and the channel that is furthest behind,
 * until something is met that makes event time.
 */
final class EventTimeHolder {

    /** Who holds event time back. */
    sealed interface Holder {}

    /** The split that is furthest behind. */
    record Split(Task task, SplitFacts split) implements Holder {}

    /** A reader that has nothing to read. */
    record NoSplit(Task task) implements Holder {}

    /** All splits of a reader are idle. */
    record AllIdle(Task task) implements Holder {}

    /** An operator that makes event time of its own. */
    record Generator(Task task, String operator) implements Holder {}

    /** Event time is further already, and lies in a channel from here. */
    record OnItsWay(Task task) implements Holder {}

    /** A task that does not answer. */
    record Stuck(Task task, StuckTask facts) implements Holder {}

    private EventTimeHolder() {}

    /** Who holds back the event time of an operator; null when it cannot be said. */
    static Holder of(Scene scene, Task waiting, int operator) {
        long watermark = scene.task(waiting).operators().get(operator).watermark();
        TreeSet<Task> seen = new TreeSet<>();
        Task at = waiting;
        int from = operator;
        while (seen.add(at)) {
            if (scene.stuck(at) != null) {
                return new Stuck(at, scene.stuck(at));
            }
            TaskFacts task = scene.task(at);
            if (task == null) {
                return null;
            }
            Holder own = within(scene, at, task, from, watermark);
            if (own != null || task.eventTime().edge() < 0) {
                return own;
            }
            at = new Task(
                    scene.job().edges().get(task.eventTime().edge()).source(),
                    task.eventTime().producer());
            from = scene.vertex(at.vertex()).operators().size();
        }
        return null;
    }

    /** Who of a task's own, before an operator, holds event time at a watermark; null when it comes from outside. */
    private static Holder within(Scene scene, Task at, TaskFacts task, int operator, long watermark) {
        for (int place = operator - 1; place >= 0; place--) {
            OperatorFacts facts = task.operators().get(place);
            if (facts.watermark() > watermark) {
                return new OnItsWay(at);
            } else if (facts.watermark() < watermark) {
                return new Generator(at, facts.name());
            }
        }
        return scene.vertex(at.vertex()).source() ? ofReader(at, task) : null;
    }

    private static Holder ofReader(Task at, TaskFacts task) {
        List<SplitFacts> splits = task.splits();
        if (splits.isEmpty()) {
            return new NoSplit(at);
        }
        return splits.stream()
                .filter(split -> !split.idle())
                .min(Comparator.comparingLong(SplitFacts::watermark))
                .<Holder>map(split -> new Split(at, split))
                .orElse(new AllIdle(at));
    }
}
