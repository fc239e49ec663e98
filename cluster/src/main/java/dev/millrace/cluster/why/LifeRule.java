package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import java.util.List;

/** The job does not run. */
final class LifeRule implements Rule {

    @Override
    public List<Finding> look(Scene scene) {
        String status = scene.job().status();
        return switch (status) {
            case "RUNNING" -> List.of();
            case "CREATED" ->
                List.of(new Finding(
                        Cause.NOT_RUNNING,
                        status,
                        "the job has not begun: it looks for its checkpoint and for slots since "
                                + Words.duration(scene.job().runtimeMillis()),
                        "start more task managers or lower the parallelism if it stays so"));
            case "RESTARTING" ->
                List.of(new Finding(
                        Cause.NOT_RUNNING,
                        status,
                        "the job has failed and waits to start again; it was started again "
                                + Words.of(scene.job().restarts(), "time") + " before",
                        "look for the failure in the log: it comes back until its cause is gone"));
            default ->
                List.of(new Finding(
                        Cause.NOT_RUNNING,
                        status,
                        "the job is " + status + " and takes no more input",
                        "wait for its end, or look in the log for why it ends"));
        };
    }
}
