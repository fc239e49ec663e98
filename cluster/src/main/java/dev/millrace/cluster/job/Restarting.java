package dev.millrace.cluster.job;

import dev.millrace.core.plan.JobStatus;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some regions have failed and will start again from the newest complete checkpoint: when their old tasks have gone, the
 * delay is over, and no checkpoint is being published. The other regions run on.
 */
final class Restarting implements JobState {

    private static final Logger LOG = LoggerFactory.getLogger(Restarting.class);

    private final Job job;
    private final Breakdown breakdown;
    private final long dueMillis;

    Restarting(Job job, Breakdown breakdown, long dueMillis) {
        this.job = job;
        this.breakdown = breakdown;
        this.dueMillis = dueMillis;
    }

    @Override
    public JobStatus status() {
        return JobStatus.RESTARTING;
    }

    @Override
    public void enter() {
        LOG.warn(
                "Job '{}' restarts {} of {} tasks in {} ms after: {}",
                job.graph().name(),
                job.tasks().inRegions(breakdown.regions()).size(),
                job.tasks().all().size(),
                dueMillis - job.environment().node().nowMillis(),
                breakdown.failure());
        job.tasks().inRegions(breakdown.regions()).forEach(job::cancelTask);
        onTick(job.environment().node().nowMillis());
    }

    @Override
    public void onTick(long nowMillis) {
        boolean gone = job.tasks().inRegions(breakdown.regions()).stream().noneMatch(Execution::isAlive);
        if (nowMillis >= dueMillis && gone && !job.checkpoints().isPublishing() && job.fillSlots()) {
            job.deploy(breakdown.regions());
            job.become(new Running(job));
        }
    }

    @Override
    public void onTaskEnded(Execution task) {
        if (breakdown.regions().contains(task.region())) {
            onTick(job.environment().node().nowMillis());
        } else if (task.stage() == TaskStage.FINISHED) {
            job.checkpoints().taskFinished(task.id());
        }
    }

    /** What fails within the regions that restart anyway is the same failure; another region's is one more. */
    @Override
    public void onBreakdown(Breakdown another) {
        if (breakdown.regions().containsAll(another.regions())) {
            onTick(job.environment().node().nowMillis());
            return;
        }
        long now = job.environment().node().nowMillis();
        OptionalLong delay = job.policy().onFailure(now);
        if (delay.isEmpty()) {
            job.become(WindingDown.failing(job, another.failure(), job.policy().exhausted()));
            return;
        }
        SortedSet<Integer> both = new TreeSet<>(breakdown.regions());
        both.addAll(another.regions());
        long due = Math.max(dueMillis, now + delay.getAsLong());
        job.become(new Restarting(job, new Breakdown(both, another.failure()), due));
    }

    @Override
    public void onAbandon(WindingDown.Outcome outcome) {
        job.become(WindingDown.abandoning(job, outcome));
    }
}
