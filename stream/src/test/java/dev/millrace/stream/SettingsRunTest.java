package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.connector.SerializationSchema;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.job.JobExecutionResult;
import dev.millrace.core.job.JobListener;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.option.SlotSharingGroup;
import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.stream.source.SourceFunction;
import dev.millrace.stream.window.CumulativeEventTimeWindows;
import dev.millrace.stream.window.CumulativeProcessingTimeWindows;
import dev.millrace.stream.window.DynamicEventTimeSessionWindows;
import dev.millrace.stream.window.DynamicProcessingTimeSessionWindows;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.EventTimeTrigger;
import dev.millrace.stream.window.GlobalWindows;
import dev.millrace.stream.window.ProcessingTimeSessionWindows;
import dev.millrace.stream.window.ProcessingTimeTrigger;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.SlidingProcessingTimeWindows;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.stream.window.WindowAssigner;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings of environments and operators do what they say. */
class SettingsRunTest {

    private static final Set<Long> COMPLETE = ConcurrentHashMap.newKeySet();
    private static final Set<Long> ABORTED = ConcurrentHashMap.newKeySet();
    private static final Set<Integer> MAX_PARALLELISMS = ConcurrentHashMap.newKeySet();
    private static volatile CountDownLatch bothHeard = new CountDownLatch(1);
    private static volatile CountDownLatch arrived = new CountDownLatch(1);
    private static volatile CountDownLatch cancelled = new CountDownLatch(1);
    private static volatile long refused = -1;

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    @BeforeEach
    void nothingHasHappened() {
        COMPLETE.clear();
        ABORTED.clear();
        MAX_PARALLELISMS.clear();
        bothHeard = new CountDownLatch(2);
        arrived = new CountDownLatch(1);
        cancelled = new CountDownLatch(1);
        refused = -1;
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    /** A number as a line. */
    private static final class Lines implements SerializationSchema<Long> {

        @Override
        public byte[] serialize(Long element) {
            return (element + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String received(ServerSocket server) {
        try (Socket connection = server.accept();
                InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void recordsGoToAServerInOrderAndTheConnectionIsClosedAtTheEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> received(server));
            environment
                    .fromSequence(1, 3)
                    .setParallelism(1)
                    .writeToSocket(server.getInetAddress().getHostAddress(), server.getLocalPort(), new Lines())
                    .setParallelism(1);
            environment.execute("socket");
            assertThat(text.get()).isEqualTo("1\n2\n3\n");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        environment
                .fromSequence(1, 3)
                .writeToSocket("localhost", port, new Lines())
                .setParallelism(1);
        assertThatThrownBy(() -> environment.execute("socket"))
                .hasMessageContaining("there is no server at localhost:" + port);
    }

    /** Notes what it is told. */
    private static final class Listens implements JobListener {

        private final List<String> told = new ArrayList<>();

        @Override
        public void onJobSubmitted(JobClient job, Throwable failure) {
            told.add("submitted " + (job == null ? failure.getMessage() : "well"));
        }

        @Override
        public void onJobExecuted(JobExecutionResult result, Throwable failure) {
            told.add("executed " + (result == null ? failure.getMessage() : "well"));
        }
    }

    private static Long failing(Long number) {
        throw new IllegalStateException("on purpose");
    }

    @Test
    void listenersHearOfJobsThatAreSubmittedAndOfThoseThatEnd() throws Exception {
        Listens listener = new Listens();
        environment.registerJobListener(listener);
        environment.fromSequence(1, 3).sinkTo(new DiscardingSink<>());
        environment.execute("ends");
        environment.fromSequence(1, 3).map(SettingsRunTest::failing).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("fails")).hasMessageContaining("on purpose");
        assertThatThrownBy(() -> environment.execute("nothing")).isInstanceOf(RuntimeException.class);
        assertThat(listener.told).hasSize(5).startsWith("submitted well", "executed well", "submitted well");
        assertThat(listener.told.get(3)).startsWith("executed ").contains("on purpose");
        assertThat(listener.told.get(4)).startsWith("submitted ").doesNotContain("well");
        environment.clearJobListeners();
        environment.fromSequence(1, 3).sinkTo(new DiscardingSink<>());
        environment.execute("unheard");
        assertThat(listener.told).hasSize(5);
        assertThat(environment.getJobListeners()).isEmpty();
    }

    @Test
    void withoutGeneratedIdsEachOperatorNeedsOne() {
        environment.getConfig().disableAutoGeneratedUIDs();
        SingleOutputStreamOperator<Long> numbers = environment
                .fromSequence(1, 3)
                .uid("numbers")
                .map(number -> number)
                .name("nameless");
        numbers.sinkTo(new DiscardingSink<>()).uid("sink");
        assertThatThrownBy(() -> environment.getJobGraph("ids"))
                .hasMessageContaining("operator 'nameless' has no id")
                .hasMessageContaining("uid(...)");
        numbers.uid("named");
        assertThat(environment.getJobGraph("ids").vertices()).isNotEmpty();
    }

    /** Refuses its first snapshot, and hears what became of each. */
    private static final class RefusesOnce
            implements MapFunction<Long, Long>, CheckpointedFunction, CheckpointListener {

        @Override
        public Long map(Long value) {
            return value;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {
            if (refused < 0) {
                refused = context.getCheckpointId();
                throw new IllegalStateException("not now");
            }
        }

        @Override
        public void initializeState(FunctionInitializationContext context) {}

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            if (COMPLETE.isEmpty()) {
                bothHeard.countDown();
            }
            COMPLETE.add(checkpointId);
        }

        @Override
        public void notifyCheckpointAborted(long checkpointId) {
            if (ABORTED.isEmpty()) {
                bothHeard.countDown();
            }
            ABORTED.add(checkpointId);
        }
    }

    @Test
    void functionsHearOfCheckpointsThatAreCompleteAndOfThoseThatAreAborted() throws Exception {
        environment.setParallelism(1);
        environment.enableCheckpointing(20);
        environment.getCheckpointConfig().setTolerableCheckpointFailureNumber(100);
        environment.fromSequence(1, Long.MAX_VALUE).map(new RefusesOnce()).sinkTo(new DiscardingSink<>());
        JobClient job = environment.executeAsync("refuses");
        bothHeard.await();
        job.cancel().get();
        assertThat(ABORTED).contains(refused);
        assertThat(COMPLETE).isNotEmpty().doesNotContain(refused);
    }

    @Test
    void windowsFireByTheClockThatTheyFollowUnlessTheProgramSaysOtherwise() {
        Duration second = Duration.ofSeconds(1);
        List<WindowAssigner<?, ?>> eventTime = List.of(
                TumblingEventTimeWindows.of(second),
                SlidingEventTimeWindows.of(second, second),
                CumulativeEventTimeWindows.of(second, second),
                EventTimeSessionWindows.withGap(second),
                DynamicEventTimeSessionWindows.withDynamicGap(record -> 1));
        List<WindowAssigner<?, ?>> processingTime = List.of(
                TumblingProcessingTimeWindows.of(second),
                SlidingProcessingTimeWindows.of(second, second),
                CumulativeProcessingTimeWindows.of(second, second),
                ProcessingTimeSessionWindows.withGap(second),
                DynamicProcessingTimeSessionWindows.withDynamicGap(record -> 1));
        assertThat(eventTime).allSatisfy(assigner -> {
            assertThat(assigner.isEventTime()).isTrue();
            assertThat(assigner.getDefaultTrigger()).isInstanceOf(EventTimeTrigger.class);
        });
        assertThat(processingTime).allSatisfy(assigner -> {
            assertThat(assigner.isEventTime()).isFalse();
            assertThat(assigner.getDefaultTrigger()).isInstanceOf(ProcessingTimeTrigger.class);
        });
        assertThat(GlobalWindows.create().getDefaultTrigger().toString()).contains("Never");
        assertThat(GlobalWindows.createWithEndOfStreamTrigger()
                        .getDefaultTrigger()
                        .toString())
                .contains("EndOfStream");
    }

    /** Emits one record and stays until it is cancelled. */
    private static final class OneAndWaits implements SourceFunction<Long> {

        @Override
        public void run(SourceContext<Long> ctx) throws Exception {
            ctx.collect(1L);
            cancelled.await();
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }
    }

    @Test
    void aRecordDoesNotWaitForItsBatchToFillWithoutABufferTimeout() throws Exception {
        environment.setBufferTimeout(0);
        environment
                .addSource(new OneAndWaits())
                .rebalance()
                .map(number -> {
                    arrived.countDown();
                    return number;
                })
                .sinkTo(new DiscardingSink<>());
        JobClient job = environment.executeAsync("waits");
        arrived.await();
        job.cancel().get();
    }

    @Test
    void bufferTimeoutsAreThoseOfTheSendingOperator() {
        environment.setBufferTimeout(Duration.ofMillis(7));
        environment
                .fromSequence(1, 3)
                .rebalance()
                .map(number -> number)
                .setBufferTimeout(-1)
                .rebalance()
                .map(number -> number)
                .sinkTo(new DiscardingSink<>());
        assertThat(environment.getJobGraph("timeouts").edges())
                .extracting(Edge::bufferTimeoutMillis)
                .containsExactly(7L, -1L);
        assertThatThrownBy(() -> environment.setBufferTimeout(-2)).hasMessageContaining("not -2");
    }

    private static final class SaysMaxParallelism extends RichMapFunction<Long, Long> {

        @Override
        public Long map(Long value) {
            MAX_PARALLELISMS.add(getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
            return value;
        }
    }

    @Test
    void functionsSeeTheMaxParallelismThatWasSet() throws Exception {
        environment.setMaxParallelism(7);
        DataStream<Long> mapped = environment
                .fromSequence(1, 3)
                .keyBy(number -> number)
                .map(new SaysMaxParallelism())
                .keyBy(number -> number)
                .map(new SaysMaxParallelism())
                .setMaxParallelism(9);
        assertThat(Runs.results(mapped)).hasSize(3);
        assertThat(MAX_PARALLELISMS).containsExactlyInAnyOrder(7, 9);
    }

    @Test
    void moreInstancesThanKeyGroupsAreRefused() {
        environment
                .fromSequence(1, 3)
                .keyBy(number -> number)
                .map(number -> number)
                .name("wide")
                .setMaxParallelism(2)
                .setParallelism(3)
                .sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.getJobGraph("wide"))
                .hasMessageContaining("wide")
                .hasMessageContaining("3")
                .hasMessageContaining("2");
    }

    @Test
    void operatorsShareSlotsWithThoseOfTheirGroupOnly() {
        environment
                .fromSequence(1, 3)
                .map(number -> number)
                .name("first")
                .map(number -> number)
                .name("second")
                .slotSharingGroup("other")
                .map(number -> number)
                .name("third")
                .sinkTo(new DiscardingSink<>())
                .slotSharingGroup(SlotSharingGroup.newBuilder("last").build());
        assertThat(environment.getJobGraph("groups").vertices())
                .extracting(Vertex::name, Vertex::slotSharingGroup)
                .containsExactly(
                        tuple("Sequence Source -> first", "default"),
                        tuple("second -> third", "other"),
                        tuple("Sink", "last"));
    }

    @Test
    void forwardNeedsTheSameParallelismOnBothSides() {
        environment
                .fromSequence(1, 3)
                .forward()
                .map(number -> number)
                .name("wide")
                .setParallelism(3)
                .sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.getJobGraph("forward"))
                .hasMessageContaining("forward")
                .hasMessageContaining("wide");
    }

    @Test
    void checkpointsCanBeRestoredOnlyFromWhereTheyAre() {
        environment.configure(Configuration.fromMap(Map.of(CheckpointingOptions.RESTORE_PATH.key(), "/nowhere/chk-1")));
        environment.fromSequence(1, 3).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("nowhere")).hasMessageContaining("/nowhere/chk-1");
    }
}
