package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.batch.Stage;
import dev.millrace.runtime.chain.Brake;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.chain.ChainBuilder;
import dev.millrace.runtime.chain.ChainServices;
import dev.millrace.runtime.chain.ChainState;
import dev.millrace.runtime.chain.OperatorFailure;
import dev.millrace.runtime.exchange.Fanout;
import dev.millrace.runtime.exchange.Gate;
import dev.millrace.runtime.exchange.Pressure;
import dev.millrace.runtime.loop.TaskLoops;
import dev.millrace.runtime.source.SourceHead;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.util.function.Consumer;

/**
 * What a task is made of, made when it is opened. Parts that were made are closed even when a later one could not be. Owned
 * by the task's thread.
 */
final class TaskParts {
    /** Where the parts of a task report to it. */
    record Callbacks(Runnable wake, Consumer<Barrier> onBarrier, Consumer<EndOfData> onEndOfData) {}

    private final ChainServices services;
    private final TaskDeployment deployment;
    private final Callbacks callbacks;
    private final Brake brake;
    private Fanout fanout;
    private Chain chain;
    private TaskInput input;
    private TaskSnapshots snapshots;
    private TaskState restored = TaskState.FRESH;
    private boolean ended;

    TaskParts(ChainServices services, Callbacks callbacks, Brake brake) {
        this.services = services;
        this.deployment = services.deployment();
        this.callbacks = callbacks;
        this.brake = brake;
    }

    /** Makes everything and opens it, from what a snapshot says or afresh. */
    void open(Pressure pressure) throws Exception {
        long seed = services.host().seed() ^ deployment.id().hashCode();
        fanout = new Fanout(deployment, services.host().channels(), callbacks.wake, pressure, seed);
        chain = ChainBuilder.build(deployment, fanout.edges(), brake);
        ChainState state = new ChainState(chain, services);
        if (deployment.restore() == null) {
            open(state, null);
        } else {
            try (RestoredTask opened = deployment.files().open(deployment.restore(), deployment.types())) {
                open(state, opened);
            }
        }
        snapshots = new TaskSnapshots(services, chain, state, fanout, input);
    }

    private void open(ChainState state, RestoredTask opened) throws Exception {
        SnapshotReader ofTask = opened == null ? null : opened.lists(TaskSnapshot.TASK);
        if (ofTask != null) {
            restored = TaskState.read(ofTask, isSameParallelism());
        }
        SourceNode source = deployment.vertex().source();
        SourceHead head = null;
        if (source == null) {
            long watermark = ofTask == null && opened != null ? state.inputWatermark(opened) : restored.watermark();
            input = gateInput(ofTask, watermark);
        } else if (restored.ended()) {
            input = new NoInput(restored.watermark());
        } else {
            chain.source().restore(restored.watermark());
            head = sourceHead(source);
            input = new SourceInput(head, source.id(), chain, callbacks.onEndOfData);
        }
        state.open(opened);
        if (head != null) {
            openSource(head, source, opened == null ? null : opened.lists(source.id()));
        }
        ended = opened != null && (source == null || restored.ended()) && chain.wasFinished();
        if (opened != null && !ended) {
            chain.resumeWatermarks(input.watermark());
        }
    }

    private SourceHead sourceHead(SourceNode source) {
        try {
            return new SourceHead(services, chain.source(), brake, callbacks.wake);
        } catch (Throwable failure) {
            throw OperatorFailure.in(source.name(), failure);
        }
    }

    private static void openSource(SourceHead head, SourceNode source, SnapshotReader restored) {
        try {
            head.open(restored);
        } catch (Throwable failure) {
            throw OperatorFailure.in(source.name(), failure);
        }
    }

    private TaskInput gateInput(SnapshotReader ofTask, long watermarkBefore) throws Exception {
        if (Stage.concerns(services)) {
            Gate gate = new Gate(deployment.inputs(), services.host().channels(), Long.MIN_VALUE, callbacks.wake);
            Stage stage = Stage.of(services, chain);
            return new StagedInput(gate, deployment.inputs(), chain, stage, callbacks.onBarrier, callbacks.onEndOfData);
        }
        TaskLoops loops = null;
        long watermark = watermarkBefore;
        if (TaskLoops.concern(deployment)) {
            loops = new TaskLoops(deployment, chain, fanout);
            boolean same = ofTask == null || isSameParallelism();
            watermark = loops.lead(ofTask, watermark, same, callbacks.onEndOfData);
        }
        Gate gate = new Gate(deployment.inputs(), services.host().channels(), watermark, callbacks.wake);
        if (loops != null) {
            gate.listen(loops);
            loops.start(restored.ended());
        }
        return new GateInput(gate, chain, loops, callbacks.onBarrier, callbacks.onEndOfData);
    }

    private boolean isSameParallelism() {
        return deployment.restore().operators().stream()
                .filter(part -> part.operator().equals(TaskSnapshot.TASK))
                .anyMatch(part -> part.own() >= 0);
    }

    /** Makes only what passes the end of a task on that had finished before. */
    void openFinished(Pressure pressure) {
        fanout = new Fanout(deployment, services.host().channels(), callbacks.wake, pressure, 0);
        if (deployment.vertex().source() == null) {
            new Gate(deployment.inputs(), services.host().channels(), Long.MIN_VALUE, callbacks.wake).close();
        }
    }

    Fanout fanout() {
        return fanout;
    }

    Chain chain() {
        return chain;
    }

    TaskInput input() {
        return input;
    }

    /** The reader of the task, or null when it has none. */
    SourceInput source() {
        return input instanceof SourceInput source ? source : null;
    }

    TaskSnapshots snapshots() {
        return snapshots;
    }

    /** Whether the source of the task, and all its operators, had ended before they were restored. */
    boolean wereEnded() {
        return ended;
    }

    /** Closes the operators and the input; answers what the first of them threw, or null. */
    Throwable closeOperators() {
        Throwable first = null;
        try {
            if (input != null) {
                input.close();
            }
        } catch (Throwable failure) {
            first = failure;
        }
        try {
            if (chain != null) {
                chain.close();
            }
        } catch (Throwable failure) {
            first = first == null ? failure : first;
        }
        return first;
    }

    /** Lets go of the channels out of the task. */
    void closeFanout() {
        if (fanout != null) {
            fanout.close();
        }
    }
}
