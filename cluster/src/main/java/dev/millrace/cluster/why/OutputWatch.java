package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.TaskFacts;
import java.util.Objects;
import java.util.Optional;

/**
 * Watches over a job whether results follow its input, and says once why not: again only when it is for another reason.
 * Owned by one thread.
 */
public final class OutputWatch {

    /** How long there may be input and no output. */
    public static final long PATIENCE_MILLIS = 30_000;

    private final String job;
    private long written;
    private long readThen;
    private long sinceMillis;
    private long lastRead;
    private boolean resting;
    private Finding said;

    /**
     * @param job its name
     */
    public OutputWatch(String job) {
        this.job = job;
    }

    /** Looks at a job; answers what is to be said, if there is something. */
    public Optional<String> look(JobFacts facts) {
        Scene scene = new Scene(facts);
        resting = scene.written() == written && scene.read() == lastRead && !hasInput(scene);
        lastRead = scene.read();
        if (scene.written() != written || scene.read() < readThen) { // a task that starts again counts from 0
            written = scene.written();
            readThen = scene.read();
            sinceMillis = facts.runtimeMillis();
            return Optional.empty();
        }
        long without = facts.runtimeMillis() - sinceMillis;
        if (without < PATIENCE_MILLIS || !hasInput(scene)) {
            return Optional.empty();
        }
        return Diagnostics.of(facts).findings().stream()
                .findFirst()
                .filter(this::isNews)
                .map(finding -> text(finding, without));
    }

    /** Whether the last look saw nothing happen since the one before. */
    public boolean isResting() {
        return resting;
    }

    private boolean hasInput(Scene scene) {
        boolean waits =
                scene.job().tasks().stream().anyMatch(task -> task.activity() == TaskFacts.Activity.BACK_PRESSURED);
        return scene.read() > readThen || waits || !scene.job().stuck().isEmpty();
    }

    private boolean isNews(Finding finding) {
        boolean same = said != null && said.cause() == finding.cause() && Objects.equals(said.place(), finding.place());
        said = finding;
        return !same;
    }

    private String text(Finding finding, long without) {
        return "Job '" + job + "' has input and has given nothing to its sinks for " + Words.duration(without) + ": "
                + finding.what() + " -> " + finding.remedy();
    }
}
