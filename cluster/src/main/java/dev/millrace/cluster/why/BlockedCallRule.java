package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.JobFacts.StuckTask;
import java.util.ArrayList;
import java.util.List;

/** A task is in a call of user code that does not come back. */
final class BlockedCallRule implements Rule {

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (StuckTask task : scene.job().stuck()) {
            if (!task.stack().isEmpty()) {
                findings.add(finding(scene, task));
            }
        }
        return findings;
    }

    private static Finding finding(Scene scene, StuckTask task) {
        String name = scene.name(new Scene.Task(task.vertex(), task.instance()));
        String innermost = task.stack().get(0);
        String user = Calls.ofUser(task.stack());
        String where = user.equals(innermost) ? "in " + user : "in " + user + ", which waits in " + innermost;
        return new Finding(
                Cause.BLOCKED_CALL,
                name + " " + user,
                name + " has been in one call of its code for " + Words.duration(task.silentMillis())
                        + " or longer: it is " + where,
                "see why this call does not return: give it a time limit, ask through AsyncDataStream if it asks"
                        + " another system, or raise the parallelism if it only takes long");
    }
}
