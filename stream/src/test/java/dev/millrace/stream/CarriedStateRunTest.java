package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.OperatorStateStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operator state that a later version of a function does not ask for is still there for the version after it. */
class CarriedStateRunTest {

    private static final ListStateDescriptor<String> DEALT = new ListStateDescriptor<>("dealt", String.class);
    private static final ListStateDescriptor<String> FOR_ALL = new ListStateDescriptor<>("for-all", String.class);
    private static final MapStateDescriptor<String, String> SAME =
            new MapStateDescriptor<>("same", String.class, String.class);

    private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();
    private static volatile CountDownLatch seen = new CountDownLatch(1);

    @TempDir
    private Path directory;

    @BeforeEach
    void nothingFound() {
        FOUND.clear();
    }

    /** A function that says when it has got a record. */
    private static class Seen implements MapFunction<Long, Long> {

        @Override
        public Long map(Long value) {
            seen.countDown();
            return value;
        }
    }

    /** Writes state of all kinds at first, later tells what it finds. */
    private static final class Keeps extends Seen implements CheckpointedFunction {

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            OperatorStateStore store = context.getOperatorStateStore();
            ListState<String> dealt = store.getListState(DEALT);
            ListState<String> forAll = store.getUnionListState(FOR_ALL);
            BroadcastState<String, String> same = store.getBroadcastState(SAME);
            if (context.isRestored()) {
                find(dealt.get());
                find(forAll.get());
                find(same.entries());
            } else {
                dealt.add("one");
                forAll.add("two");
                same.put("key", "value");
            }
        }

        private static void find(Iterable<?> items) {
            items.forEach(item -> FOUND.add(item.toString()));
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {}
    }

    /** Asks for a list as another kind than it was written as. */
    private static final class Confused extends Seen implements CheckpointedFunction {

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            context.getOperatorStateStore().getListState(FOR_ALL);
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {}
    }

    private static StreamExecutionEnvironment program(MapFunction<Long, Long> function, Map<String, String> settings) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
        environment.setParallelism(2);
        environment
                .fromSequence(1, Long.MAX_VALUE)
                .uid("numbers")
                .map(function)
                .uid("keeps")
                .name("keeps")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        return environment;
    }

    private String stopped(MapFunction<Long, Long> function, Map<String, String> settings) throws Exception {
        StreamExecutionEnvironment environment = program(function, settings);
        environment.enableCheckpointing(3_600_000);
        environment.getCheckpointConfig().setCheckpointStorage(directory.toUri().toString());
        seen = new CountDownLatch(2);
        JobClient job = environment.executeAsync("keeps");
        seen.await();
        return job.stopWithSavepoint(false).get();
    }

    private static Map<String, String> from(String savepoint) {
        return Map.of(CheckpointingOptions.RESTORE_PATH.key(), savepoint);
    }

    @Test
    void stateThatAVersionInBetweenDoesNotAskForIsThereForTheNext() throws Exception {
        String first = stopped(new Keeps(), Map.of());
        String second = stopped(new Seen(), from(first));
        String third = stopped(new Seen(), from(second));
        assertThat(FOUND).isEmpty();
        stopped(new Keeps(), from(third));
        assertThat(FOUND)
                .as("what both instances wrote, and the union list and the map in both")
                .containsExactlyInAnyOrder("one", "one", "two", "two", "two", "two", "key=value", "key=value");
    }

    @Test
    void stateOfOneKindIsNotRestoredAsAnother() throws Exception {
        String savepoint = stopped(new Keeps(), Map.of());
        assertThatThrownBy(() -> program(new Confused(), from(savepoint)).execute("confused"))
                .message()
                .contains("operator 'keeps'", "'for-all' of the checkpoint is a UNION state", "restored as LIST");
    }
}
