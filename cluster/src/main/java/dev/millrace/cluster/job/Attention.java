package dev.millrace.cluster.job;

import dev.millrace.cluster.why.OutputWatch;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.plan.JobStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a job from time to time, and says why nothing comes out of it. Owned by the node's thread. */
final class Attention {

    private static final Logger LOG = LoggerFactory.getLogger(Attention.class);

    /** The time between two looks; each costs every task a message. */
    private static final long LOOK_MILLIS = 10_000;

    /** A job in which nothing happens is looked at less and less often, down to this. */
    private static final long LOOK_MILLIS_MAX = 60_000;

    private final Job job;
    private final Inquiry inquiry;
    /** Null before the first look, which a small job does not live to see. */
    private OutputWatch watch;

    private long lookedMillis;
    private long waitMillis = LOOK_MILLIS;

    Attention(Job job, Inquiry inquiry) {
        this.job = job;
        this.inquiry = inquiry;
        this.lookedMillis = job.environment().node().nowMillis();
    }

    void onTick(long nowMillis) {
        if (nowMillis - lookedMillis >= waitMillis) {
            lookedMillis = nowMillis;
            if (job.state().status() == JobStatus.RUNNING) {
                inquiry.ask(false, this::look);
            }
        }
    }

    private void look(JobFacts facts) {
        if (watch == null) {
            watch = new OutputWatch(job.graph().name());
        }
        watch.look(facts).ifPresent(LOG::warn);
        waitMillis = watch.isResting() ? Math.min(waitMillis * 2, LOOK_MILLIS_MAX) : LOOK_MILLIS;
    }
}
