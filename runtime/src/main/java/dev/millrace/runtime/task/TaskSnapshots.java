package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.chain.ChainServices;
import dev.millrace.runtime.chain.ChainState;
import dev.millrace.runtime.chain.FrozenOperator;
import dev.millrace.runtime.exchange.Fanout;
import dev.millrace.runtime.loop.Deferred;
import dev.millrace.state.snapshot.OperatorListsWriter;
import dev.millrace.state.snapshot.TaskSnapshot;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import java.util.List;

/**
 * Takes the snapshots of a task: lets the operators emit what belongs before the barrier, fixes their state, marks onward,
 * and writes in the background. Owned by the task's thread.
 */
final class TaskSnapshots {
    /** All that is fixed at a barrier. */
    private record Taken(
            long checkpointId,
            List<FrozenOperator> operators,
            OperatorListsWriter ofTask,
            String inputId,
            OperatorListsWriter ofInput) {}

    private final ChainServices services;
    private final TaskDeployment deployment;
    private final Chain chain;
    private final ChainState state;
    private final Fanout fanout;
    private final TaskInput input;
    private long last = -1;

    TaskSnapshots(ChainServices services, Chain chain, ChainState state, Fanout fanout, TaskInput input) {
        this.services = services;
        this.deployment = services.deployment();
        this.chain = chain;
        this.state = state;
        this.fanout = fanout;
        this.input = input;
    }

    /**
     * Takes a snapshot and marks onward. What cannot be taken is declined, and the task goes on.
     *
     * @param ended whether the operators have finished
     * @return false when the checkpoint had been passed already
     */
    boolean take(Barrier barrier, boolean ended) {
        long checkpointId = barrier.checkpointId();
        if (checkpointId <= last) {
            return false;
        }
        last = checkpointId;
        chain.beforeBarrier(checkpointId);
        input.beforeBarrier(checkpointId);
        Taken taken = null;
        try {
            taken = freeze(barrier, ended);
        } catch (Throwable failure) {
            services.events().snapshotDeclined(deployment.id(), checkpointId, failure);
        }
        fanout.mark(barrier);
        input.afterBarrier(checkpointId, taken == null ? null : taken.ofTask, new PartOf(this, taken));
        return true;
    }

    /** The id of the checkpoint whose barrier was passed on last, -1 before the first. */
    long last() {
        return last;
    }

    /** What was taken, until the input has added its own, or null when it could not be taken. */
    private record PartOf(TaskSnapshots snapshots, Taken taken) implements Deferred {
        @Override
        public void complete() {
            if (taken != null) {
                snapshots.write(taken);
            }
        }

        @Override
        public void drop() {
            if (taken != null) {
                ChainState.release(taken.operators);
            }
        }

        @Override
        public void fail(Throwable why) {
            drop();
            snapshots.services.events().snapshotDeclined(snapshots.deployment.id(), taken.checkpointId, why);
        }
    }

    private Taken freeze(Barrier barrier, boolean ended) throws Exception {
        if (deployment.files() == null) {
            throw new IllegalStateException("the job has no place for checkpoints; give it a checkpoint directory");
        }
        OperatorListsWriter ofTask = new OperatorListsWriter(deployment.types(), barrier.timestampMillis());
        new TaskState(input.watermark(), ended).write(ofTask);
        input.writeTo(ofTask);
        OperatorListsWriter ofInput = new OperatorListsWriter(deployment.types(), barrier.timestampMillis());
        input.snapshot(barrier.checkpointId(), ofInput);
        return new Taken(barrier.checkpointId(), state.freeze(barrier, ended), ofTask, input.stateId(), ofInput);
    }

    private void write(Taken taken) {
        services.host().background().execute(() -> {
            try {
                TaskSnapshot written = written(taken);
                services.events().snapshotDone(deployment.id(), taken.checkpointId, written);
            } catch (Throwable failure) {
                services.events().snapshotDeclined(deployment.id(), taken.checkpointId, failure);
            }
        });
    }

    private TaskSnapshot written(Taken taken) throws Exception {
        try (TaskSnapshotWriter writer = deployment.files().create(taken.checkpointId, deployment.id())) {
            writer.operator(TaskSnapshot.TASK, null, null, taken.ofTask);
            if (taken.inputId != null) {
                writer.operator(taken.inputId, null, null, taken.ofInput);
            }
            for (FrozenOperator operator : taken.operators) {
                writer.operator(operator.operator(), operator.keyGroups(), operator.keyed(), operator.lists());
            }
            return writer.finish();
        } finally {
            ChainState.release(taken.operators);
        }
    }
}
