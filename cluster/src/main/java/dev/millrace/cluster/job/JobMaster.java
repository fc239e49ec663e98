package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.AskFacts;
import dev.millrace.cluster.protocol.ControlMessage.CancelJob;
import dev.millrace.cluster.protocol.ControlMessage.EndOfDataReached;
import dev.millrace.cluster.protocol.ControlMessage.EnumeratorEvent;
import dev.millrace.cluster.protocol.ControlMessage.EventTimeReached;
import dev.millrace.cluster.protocol.ControlMessage.FactsOfJob;
import dev.millrace.cluster.protocol.ControlMessage.FactsTold;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.ReaderRegistered;
import dev.millrace.cluster.protocol.ControlMessage.ReportTaken;
import dev.millrace.cluster.protocol.ControlMessage.Reported;
import dev.millrace.cluster.protocol.ControlMessage.SnapshotDeclined;
import dev.millrace.cluster.protocol.ControlMessage.SnapshotPartDone;
import dev.millrace.cluster.protocol.ControlMessage.SplitRequested;
import dev.millrace.cluster.protocol.ControlMessage.StopJob;
import dev.millrace.cluster.protocol.ControlMessage.TallyUpdate;
import dev.millrace.cluster.protocol.ControlMessage.TaskCancelled;
import dev.millrace.cluster.protocol.ControlMessage.TaskFailed;
import dev.millrace.cluster.protocol.ControlMessage.TaskFinished;
import dev.millrace.cluster.protocol.ControlMessage.TaskReported;
import dev.millrace.cluster.protocol.ControlMessage.TaskRunning;
import dev.millrace.cluster.protocol.ControlMessage.TaskSilent;
import dev.millrace.cluster.protocol.ControlMessage.TaskTallied;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.runtime.TaskId;
import java.util.List;
import java.util.function.Consumer;

/** Takes what is said to a job and hands it to the part that it concerns. Owned by the node's thread. */
public final class JobMaster {

    /** How far a source has come whose data have ended. */
    private static final long ENDED = Long.MAX_VALUE;

    private final Job job;
    private final Inquiry inquiry;
    private final Attention attention;

    public JobMaster(JobSubmission submission, JobEnvironment environment) {
        job = new Job(submission, environment);
        inquiry = new Inquiry(job);
        attention = new Attention(job, inquiry);
    }

    /** Begins the job's life. */
    public void start() {
        job.start();
    }

    public JobStatus status() {
        return job.state().status();
    }

    public boolean hasEnded() {
        return job.state() instanceof Ended;
    }

    /** What the job counts: tasks started, restarts. */
    public MetricTree metrics() {
        return job.metrics();
    }

    /** Time has passed, or the cluster's slots have changed. */
    public void onTick(long nowMillis) {
        job.sources().onTick(nowMillis);
        job.state().onTick(nowMillis);
        inquiry.onTick(nowMillis);
        attention.onTick(nowMillis);
    }

    public void taskManagerLost(NodeId lost) {
        job.taskManagerLost(lost);
    }

    /** Ends the job without a result, so that it can go on elsewhere from its newest checkpoint. */
    public void suspend() {
        job.state().onAbandon(WindingDown.Outcome.SUSPEND);
    }

    /** Takes what the client of the job wants. */
    public void onRequest(ControlMessage message) {
        if (message instanceof CancelJob) {
            job.state().onAbandon(WindingDown.Outcome.CANCEL);
        } else if (message instanceof StopJob stop) {
            job.stopping().ask(stop.drain());
        } else if (message instanceof AskFacts ask) {
            inquiry.ask(ask.metrics(), facts -> job.tellClient(new FactsOfJob(job.id(), ask.request(), facts)));
        } else if (message instanceof ReportTaken taken) {
            with(taken.task(), task -> job.tellTask(task, taken));
        }
    }

    /** Takes what a task says; what an attempt says that does not count any more is dropped. */
    public void onTaskMessage(FromTask message) {
        if (message instanceof TaskRunning m) {
            with(m.task(), this::running);
        } else if (message instanceof SnapshotPartDone m) {
            with(m.task(), task -> job.checkpoints().partDone(m.task(), m.checkpoint(), m.part()));
        } else if (message instanceof SnapshotDeclined m) {
            with(
                    m.task(),
                    task -> job.checkpoints().declined(m.checkpoint(), m.why().cause(job.userClasses())));
        } else if (message instanceof EndOfDataReached m) {
            with(m.task(), this::endOfDataReached);
        } else if (message instanceof TaskFinished m) {
            with(m.task(), task -> finished(task, m.tally()));
        } else if (message instanceof TaskCancelled m) {
            with(m.task(), task -> {
                task.become(TaskStage.CANCELLED);
                job.state().onTaskEnded(task);
            });
        } else if (message instanceof TaskFailed m) {
            with(m.task(), task -> {
                task.become(TaskStage.FAILED);
                job.state().onBreakdown(Breakdown.of(List.of(task), m.failure()));
            });
        } else if (message instanceof ReaderRegistered m) {
            with(m.task(), task -> job.sources().registered(m.task(), m.host()));
        } else if (message instanceof SplitRequested m) {
            with(m.task(), task -> job.sources().requested(m.task(), m.host()));
        } else if (message instanceof EnumeratorEvent m) {
            with(m.task(), task -> job.sources().event(m.task(), m.event()));
        } else if (message instanceof TaskTallied m) {
            with(m.task(), task -> job.tellClient(new TallyUpdate(job.id(), m.task(), m.tally())));
        } else if (message instanceof EventTimeReached m) {
            with(m.task(), task -> job.sources().reached(m.task(), task.hasDataEnded() ? ENDED : m.reachedMillis()));
        } else if (message instanceof FactsTold m) {
            with(m.task(), task -> inquiry.told(task, m.request(), m.facts()));
        } else if (message instanceof TaskSilent m) {
            with(m.task(), task -> inquiry.silent(task, m));
        } else if (message instanceof TaskReported m) {
            with(m.task(), task -> job.tellClient(new Reported(m.task(), m.channel(), m.bytes())));
        }
    }

    private void with(TaskId id, Consumer<Execution> action) {
        Execution task = job.tasks().alive(id);
        if (task != null) {
            action.accept(task);
        }
    }

    private void running(Execution task) {
        if (task.stage() == TaskStage.DEPLOYING) {
            task.become(TaskStage.RUNNING);
        }
    }

    private void endOfDataReached(Execution task) {
        task.dataEnded();
        job.sources().reached(task.id(), ENDED);
        if (job.stopping().isAsked()) {
            job.stopping().onTick();
        } else if (job.tasks().survey().ended()) {
            job.checkpoints().triggerLast();
        }
    }

    private void finished(Execution task, byte[] tally) {
        task.finished(tally);
        job.tellClient(new TallyUpdate(job.id(), task.id(), tally));
        job.state().onTaskEnded(task);
    }
}
