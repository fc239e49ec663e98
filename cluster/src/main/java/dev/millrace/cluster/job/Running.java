package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.plan.JobStatus;
import java.util.List;
import java.util.OptionalLong;

/** All tasks have been deployed and none has failed since. */
final class Running implements JobState {

    private final Job job;

    Running(Job job) {
        this.job = job;
    }

    @Override
    public JobStatus status() {
        return JobStatus.RUNNING;
    }

    @Override
    public void enter() {
        job.checkpoints().start();
    }

    @Override
    public void onTick(long nowMillis) {
        job.checkpoints().onTick();
        job.stopping().onTick();
    }

    @Override
    public void onTaskEnded(Execution task) {
        if (task.stage() == TaskStage.CANCELLED) {
            IllegalStateException unasked =
                    new IllegalStateException("task " + task.id() + " was cancelled by its task manager, unasked");
            onBreakdown(Breakdown.of(List.of(task), Failure.of(unasked)));
        } else if (job.tasks().allFinished()) {
            job.become(WindingDown.finishing(job));
        } else {
            job.checkpoints().taskFinished(task.id());
        }
    }

    @Override
    public void onBreakdown(Breakdown breakdown) {
        job.checkpoints().abort();
        boolean ended = job.stopping().onFailure(breakdown.failure());
        Breakdown whole = ended ? Breakdown.of(job.tasks().all(), breakdown.failure()) : breakdown;
        long now = job.environment().node().nowMillis();
        OptionalLong delay = job.policy().onFailure(now);
        if (delay.isPresent()) {
            job.become(new Restarting(job, whole, now + delay.getAsLong()));
        } else {
            job.become(
                    WindingDown.failing(job, breakdown.failure(), job.policy().exhausted()));
        }
    }

    @Override
    public void onAbandon(WindingDown.Outcome outcome) {
        job.become(WindingDown.abandoning(job, outcome));
    }
}
