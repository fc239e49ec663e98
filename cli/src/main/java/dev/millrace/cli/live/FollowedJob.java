package dev.millrace.cli.live;

import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobHandle.JobEnd;
import dev.millrace.core.plan.JobStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A job that is shown, and what is known of it. Owned by whoever holds the view. */
final class FollowedJob {

    private static final long ANSWER_MILLIS_MAX = 1_500;

    private final JobHandle job;
    private final Summary summary;
    private final TimeLeft timeLeft = new TimeLeft();
    private Frame last;

    FollowedJob(JobGraph graph, JobHandle job) {
        this.job = job;
        this.summary = new Summary(graph);
    }

    boolean hasEnded() {
        return job.end().isDone();
    }

    /** Asks the job how it does; empty when it has ended, or does not answer. */
    Optional<Frame> frame() throws InterruptedException {
        try {
            JobFacts facts = job.facts(false).get(ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS);
            last = Frame.of(facts, timeLeft.after(facts.runtimeMillis(), Frame.progress(facts)));
            return Optional.of(last);
        } catch (ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        }
    }

    /** What a job that has ended has done; nothing for one that failed before anybody looked. */
    List<String> lastWords() {
        try {
            JobEnd end = job.end().getNow(null);
            return summary.finished(end);
        } catch (RuntimeException unsuccessful) {
            String how = job.status() == JobStatus.FAILED ? "failed" : "ended, " + job.status() + ",";
            return last == null ? List.of() : List.of(summary.ended(how, last));
        }
    }
}
