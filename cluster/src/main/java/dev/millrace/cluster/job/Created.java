package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.CompletedCheckpoint;
import dev.millrace.cluster.checkpoint.StartingPoint;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.plan.JobStatus;
import java.util.TreeSet;

/** The job looks for the checkpoint that it starts from, and then for slots. */
final class Created implements JobState {

    /** After this time without enough slots the job fails. */
    private static final long SLOT_WAIT_MILLIS = 300_000;

    private final Job job;
    private boolean prepared;
    private long preparedMillis;

    Created(Job job) {
        this.job = job;
    }

    @Override
    public JobStatus status() {
        return JobStatus.CREATED;
    }

    @Override
    public void enter() {
        job.environment()
                .node()
                .offload(
                        () -> StartingPoint.find(
                                job.place(),
                                job.graph().settings().checkpoints(),
                                job.environment().storage()),
                        this::onStartingPoint);
    }

    private void onStartingPoint(CompletedCheckpoint start, Throwable failure) {
        if (job.state() != this) {
            return;
        }
        try {
            if (failure != null) {
                throw failure;
            }
            job.prepare(start);
        } catch (Throwable refused) {
            job.become(WindingDown.failing(job, Failure.of(refused), "it could not be started"));
            return;
        }
        prepared = true;
        preparedMillis = job.environment().node().nowMillis();
        onTick(preparedMillis);
    }

    @Override
    public void onTick(long nowMillis) {
        if (!prepared) {
            return;
        }
        if (job.fillSlots()) {
            TreeSet<Integer> all = new TreeSet<>();
            job.tasks().all().forEach(task -> all.add(task.region()));
            job.deploy(all);
            job.become(new Running(job));
        } else if (nowMillis - preparedMillis >= SLOT_WAIT_MILLIS) {
            IllegalStateException shortage = new IllegalStateException(
                    "job '" + job.graph().name() + "' needs " + job.topology().slots() + " slots, but after "
                            + SLOT_WAIT_MILLIS / 1000 + " s there are "
                            + job.environment().slots().offer()
                            + "; start more task managers or lower the parallelism");
            job.become(WindingDown.failing(job, Failure.of(shortage), "there were no slots for it"));
        }
    }

    @Override
    public void onTaskEnded(Execution task) {
        throw new IllegalStateException("task " + task.id() + " ended before its job was deployed");
    }

    @Override
    public void onBreakdown(Breakdown breakdown) {
        job.become(WindingDown.failing(job, breakdown.failure(), "it could not be started"));
    }

    @Override
    public void onAbandon(WindingDown.Outcome outcome) {
        job.become(WindingDown.abandoning(job, outcome));
    }
}
