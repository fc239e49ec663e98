package dev.millrace.runtime.loop;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.file.Path;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.plan.Exchange;
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
import dev.millrace.runtime.pipeline.HandClock;
import dev.millrace.runtime.pipeline.ListHub;
import dev.millrace.runtime.pipeline.MemoryFiles;
import dev.millrace.runtime.pipeline.TestJob;
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

/**
 * The head of a loop alone: the test is what lies outside, two lanes, and the body, which reads one channel and leads back
 * by two.
 */
final class HeadAlone implements TaskEvents {
    static final int LOOP = 1;
    private static final TypeSystem TYPES = TypeSystem.create(HeadAlone.class.getClassLoader());

    final ListHub hub = new ListHub();
    final List<String> log = new ArrayList<>();
    final List<Object> records = new ArrayList<>();
    private final SteppedHost host = new SteppedHost(new HandClock(), hub, new MemoryBudget(1 << 20), 1);
    private final MemoryFiles files;
    private TaskSnapshot part;
    private TaskControl control;

    HeadAlone(MemoryFiles files) {
        this.files = files;
    }

    static ChannelId outside(int lane) {
        return new ChannelId("job", 0, 0, lane, 0);
    }

    static ChannelId back(int lane) {
        return new ChannelId("job", 0, 1, lane, 0);
    }

    static ChannelId body() {
        return new ChannelId("job", 0, 2, 0, 0);
    }

    HeadAlone deploy(TaskRestore restore) {
        OperatorNode pass = new OperatorNode(
                "head", "head", false, () -> new Pass(records), OperatorNode.INPUTS, null, List.of(), true);
        Vertex vertex = new Vertex("head", "head", 1, 128, "default", null, List.of(pass));
        List<InputWiring> inputs = List.of(
                new InputWiring(0, List.of(outside(0), outside(1))),
                new InputWiring(
                        0,
                        List.of(back(0), back(1)),
                        List.of(new InputWiring.InLoop(LOOP, true)),
                        new InputWiring.Feedback(2, new Exchange.Rebalance())));
        OutputWiring body =
                new OutputWiring(0, null, new Exchange.Rebalance(), 100, List.of(body()), 128, List.of(LOOP), false);
        TaskDeployment deployment = new TaskDeployment(
                new TaskId("job", LOOP, 0, 0),
                new JobInfo("job", "test"),
                TestJob.settings("heap", true, false),
                vertex,
                inputs,
                List.of(body),
                TYPES,
                HeadAlone.class.getClassLoader(),
                snapshots(),
                restore);
        control = host.deploy(deployment, this);
        host.run();
        return this;
    }

    private SnapshotFiles snapshots() {
        CheckpointDirectory directory = new CheckpointDirectory(files, new Path("/checkpoints"), "test", "run");
        return new SnapshotFiles() {
            @Override
            public TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException {
                return directory.openPart(checkpointId, "head", task.instance(), task.attempt());
            }

            @Override
            public RestoredTask open(TaskRestore what, TypeSystem types) throws IOException {
                return what.open(files, types);
            }
        };
    }

    /** What the last snapshot is restored by. */
    TaskRestore restore(long checkpointId) {
        TaskRestore.Part file = new TaskRestore.Part(part.file(), part.bytes(), null, true);
        return new TaskRestore(
                new CheckpointDirectory(files, new Path("/checkpoints"), "test", "run")
                        .checkpoint(checkpointId)
                        .toString(),
                checkpointId,
                false,
                0,
                1,
                List.of(new TaskRestore.OperatorRestore(TaskSnapshot.TASK, 0, List.of(file))));
    }

    HeadAlone give(ChannelId lane, Element... elements) {
        for (Element element : elements) {
            hub.put(lane, element);
        }
        host.run();
        return this;
    }

    static Batch batch(Object... values) {
        return new Batch(values, null, null, values.length);
    }

    TaskControl control() {
        return control;
    }

    void run() {
        host.run();
    }

    /** Takes what the body reads. */
    List<Element> read() {
        return hub.drain(body());
    }

    @Override
    public void running(TaskId task) {}

    @Override
    public void snapshotDone(TaskId task, long checkpointId, TaskSnapshot snapshot) {
        part = snapshot;
        log.add("snapshot " + checkpointId);
    }

    @Override
    public void snapshotDeclined(TaskId task, long checkpointId, Throwable why) {
        log.add("declined " + checkpointId + " " + why);
    }

    @Override
    public void endOfDataReached(TaskId task) {
        log.add("ended");
    }

    @Override
    public void finished(TaskId task, TaskTally tally) {
        log.add("finished");
    }

    @Override
    public void tallied(TaskId task, TaskTally tally) {}

    @Override
    public void cancelled(TaskId task) {
        log.add("cancelled");
    }

    @Override
    public void failed(TaskId task, TaskFailure failure) {
        log.add(failure.message());
    }

    @Override
    public void sourceRequest(TaskId task, SourceRequest request) {}

    @Override
    public void facts(TaskId task, long request, TaskFacts facts) {}

    @Override
    public void report(TaskId task, String channel, byte[] bytes) {}

    /** Passes everything on and remembers it. */
    private static final class Pass implements Operator<Object, Object> {
        private final List<Object> seen;
        private Output<Object> output;

        Pass(List<Object> seen) {
            this.seen = seen;
        }

        @Override
        public void open(OperatorContext context, Output<Object> itsOutput) {
            output = itsOutput;
        }

        @Override
        public void onRecord(int input, Object value, long timestamp) {
            seen.add(value);
            output.emit(value, timestamp);
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }
    }
}
