package dev.millrace.runtime.pipeline;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.file.Path;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.Gathering;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.OutputWiring;
import dev.millrace.runtime.SnapshotFiles;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.state.snapshot.CheckpointDirectory;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskSnapshot;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One task alone between channels that the test fills and empties. */
public final class OneTask implements TaskEvents {
    public static final TypeSystem TYPES = TypeSystem.create(OneTask.class.getClassLoader());

    public final HandClock clock = new HandClock();
    public final ListHub hub = new ListHub();
    public final MemoryBudget memory = new MemoryBudget(1 << 20);
    public final SteppedHost host = new SteppedHost(clock, hub, memory, 1);
    public final List<String> log = new ArrayList<>();

    private final List<OperatorNode> chain = new ArrayList<>();
    private final List<OutputWiring> outputs = new ArrayList<>();
    private boolean objectReuse;
    private int lanes = 1;
    private MemoryFiles files;
    private TaskRestore restore;
    private TaskControl control;

    /** The channel from a producer. */
    public static ChannelId in(int lane) {
        return new ChannelId("job", 0, 0, lane, 0);
    }

    /** The channel of an edge to a consumer. */
    public static ChannelId out(int edge, int consumer) {
        return new ChannelId("job", 0, 1 + edge, 0, consumer);
    }

    public OneTask operator(String name, Operator<Object, Object> operator) {
        return operator(name, operator, List.of(), true, chain.size() - 1);
    }

    /** Adds an operator that reads the one at a place of the chain. */
    public OneTask operator(
            String name,
            Operator<Object, Object> operator,
            List<KeySelector<?, ?>> keys,
            boolean emitsFresh,
            int upstream) {
        chain.add(new OperatorNode(name, name, false, () -> operator, upstream, null, keys, emitsFresh));
        return this;
    }

    /** Adds an operator at the head that takes its records key by key. */
    public OneTask gathering(String name, Operator<Object, Object> operator, KeySelector<?, ?> key) {
        chain.add(new OperatorNode(
                name, name, false, () -> operator, OperatorNode.INPUTS, null, List.of(key), true, Gathering.BY_KEY));
        return this;
    }

    public OneTask lanes(int newLanes) {
        lanes = newLanes;
        return this;
    }

    public OneTask checkpoints(MemoryFiles newFiles) {
        files = newFiles;
        return this;
    }

    public OneTask restore(TaskRestore newRestore) {
        restore = newRestore;
        return this;
    }

    private SnapshotFiles snapshots() {
        CheckpointDirectory directory = new CheckpointDirectory(files, new Path("/checkpoints"), "test", "run");
        return new SnapshotFiles() {
            @Override
            public TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException {
                return directory.openPart(checkpointId, "vertex", task.instance(), task.attempt());
            }

            @Override
            public RestoredTask open(TaskRestore what, TypeSystem types) throws IOException {
                return what.open(files, types);
            }
        };
    }

    public OneTask objectReuse() {
        objectReuse = true;
        return this;
    }

    /** Adds an edge from an operator of the chain. */
    public OneTask edge(int operator, Exchange exchange, int consumers, long bufferTimeoutMillis) {
        List<ChannelId> channels = new ArrayList<>();
        for (int consumer = 0; consumer < consumers; consumer++) {
            channels.add(out(outputs.size(), consumer));
        }
        outputs.add(new OutputWiring(operator, null, exchange, bufferTimeoutMillis, channels, 128));
        return this;
    }

    public OneTask deploy() {
        List<ChannelId> channels = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            channels.add(in(lane));
        }
        Vertex vertex = new Vertex("vertex", "vertex", 1, 128, "default", null, chain);
        control = host.deploy(
                new TaskDeployment(
                        new TaskId("job", 1, 0, 0),
                        new JobInfo("job", "test"),
                        TestJob.settings("heap", files != null, objectReuse),
                        vertex,
                        List.of(new InputWiring(0, channels)),
                        outputs,
                        TYPES,
                        OneTask.class.getClassLoader(),
                        files == null ? null : snapshots(),
                        restore),
                this);
        host.run();
        return this;
    }

    public TaskControl control() {
        return control;
    }

    /** Puts an element into the first lane and lets the task run until it has nothing to do. */
    public OneTask give(Element element) {
        hub.put(in(0), element);
        host.run();
        return this;
    }

    /** Puts records into the first lane, in one batch. */
    public OneTask records(Object... values) {
        return give(new Batch(values, null, null, values.length));
    }

    @Override
    public void running(TaskId task) {
        log.add("running");
    }

    @Override
    public void snapshotDone(TaskId task, long checkpointId, TaskSnapshot snapshot) {
        log.add("snapshot " + checkpointId);
    }

    @Override
    public void snapshotDeclined(TaskId task, long checkpointId, Throwable why) {
        log.add("declined " + checkpointId);
    }

    @Override
    public void endOfDataReached(TaskId task) {
        log.add("ended");
    }

    @Override
    public void tallied(TaskId task, TaskTally soFar) {}

    @Override
    public void finished(TaskId task, TaskTally whole) {
        log.add("finished");
    }

    @Override
    public void cancelled(TaskId task) {
        log.add("cancelled");
    }

    @Override
    public void failed(TaskId task, TaskFailure failure) {
        log.add(failure.message());
    }

    @Override
    public void sourceRequest(TaskId task, SourceRequest request) {
        log.add(request.toString());
    }

    @Override
    public void facts(TaskId task, long request, TaskFacts facts) {}

    @Override
    public void report(TaskId task, String channel, byte[] bytes) {
        log.add("report");
    }
}
