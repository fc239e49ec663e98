package dev.millrace.stream.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.CommitterInitContext;
import dev.millrace.core.connector.CommittingSinkWriter;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.StatefulSinkWriter;
import dev.millrace.core.connector.SupportsCommitter;
import dev.millrace.core.connector.SupportsWriterState;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.trial.OperatorTrial;
import dev.millrace.stream.trial.TrialSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinkOperatorTest {

    private static final List<String> COMMITTED = new ArrayList<>();

    /** The first sink of a process is given the operator's class itself, so that the tests run with a copy of its code. */
    private static final Operator<String, Void> FIRST =
            Sinks.<String>sink(context -> new Writer("")).create();

    /** Collects words into a file of the mind, which the committer publishes. */
    private record Transactions(int failuresBefore)
            implements Sink<String>, SupportsCommitter<String>, SupportsWriterState<String, String> {

        @Override
        public SinkWriter<String> createWriter(WriterInitContext context) {
            return new Writer("");
        }

        @Override
        public StatefulSinkWriter<String, String> restoreWriter(
                WriterInitContext context, Collection<String> recoveredState) {
            return new Writer(String.join("", recoveredState));
        }

        @Override
        public Committer<String> createCommitter(CommitterInitContext context) {
            return new Committer<>() {
                @Override
                public void commit(Collection<CommitRequest<String>> committables) {
                    for (CommitRequest<String> request : committables) {
                        if (request.getNumberOfRetries() < failuresBefore) {
                            request.retryLater();
                        } else {
                            COMMITTED.add(request.getCommittable());
                        }
                    }
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public SimpleVersionedSerializer<String> getCommittableSerializer() {
            return new Text();
        }

        @Override
        public SimpleVersionedSerializer<String> getWriterStateSerializer() {
            return new Text();
        }
    }

    private static final class Text implements SimpleVersionedSerializer<String> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String deserialize(int version, byte[] serialized) {
            return new String(serialized, StandardCharsets.UTF_8);
        }
    }

    /** What is written becomes a committable at each barrier; the state is everything ever written. */
    private static final class Writer
            implements CommittingSinkWriter<String, String>, StatefulSinkWriter<String, String> {

        private String all;
        private String open = "";

        Writer(String all) {
            this.all = all;
        }

        @Override
        public void write(String element, Context context) {
            open += element;
            all += element;
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public Collection<String> prepareCommit() {
            String prepared = open + "/" + all;
            boolean nothing = open.isEmpty();
            open = "";
            return nothing ? List.of() : List.of(prepared);
        }

        @Override
        public List<String> snapshotState(long checkpointId) {
            return List.of(all);
        }

        @Override
        public void close() {}
    }

    private static OperatorFactory<String, Void> sink(int failuresBefore) {
        COMMITTED.clear();
        return Sinks.sink(new Transactions(failuresBefore));
    }

    @Test
    void theOperatorsOfASinkHaveCodeOfTheirOwn() {
        assertThat(Sinks.sink(new Transactions(0)).create().getClass())
                .isNotSameAs(FIRST.getClass())
                .isSameAs(Sinks.sink(new Transactions(1)).create().getClass());
    }

    @Test
    void whatWasWrittenIsCommittedWhenItsCheckpointIsDurable() throws Exception {
        OperatorTrial<String, Void> trial = OperatorTrial.of(sink(0));
        trial.record("a").snapshot(1);
        trial.record("b").snapshot(2);
        assertThat(COMMITTED).isEmpty();
        trial.complete(2);
        assertThat(COMMITTED).containsExactly("a/a", "b/ab");
        trial.complete(2);
        assertThat(COMMITTED).hasSize(2);
    }

    @Test
    void anEarlierCheckpointCommitsOnlyWhatBelongsToIt() throws Exception {
        OperatorTrial<String, Void> trial = OperatorTrial.of(sink(0));
        trial.record("a").snapshot(1);
        trial.record("b").snapshot(2);
        trial.complete(1);
        assertThat(COMMITTED).containsExactly("a/a");
    }

    @Test
    void aRestoreCommitsAgainWhatTheCheckpointHeldAndTheWriterGoesOn() throws Exception {
        OperatorFactory<String, Void> factory = sink(0);
        TrialSnapshot snapshot = OperatorTrial.of(factory).record("a").snapshot(1);
        OperatorTrial<String, Void> again = OperatorTrial.restored(factory, snapshot);
        assertThat(COMMITTED).containsExactly("a/a");
        again.record("b").snapshot(2);
        again.complete(2);
        assertThat(COMMITTED).containsExactly("a/a", "b/ab");
    }

    @Test
    void theLastIsCommittedWithTheCheckpointAfterTheEnd() throws Exception {
        OperatorTrial<String, Void> trial = OperatorTrial.of(sink(0));
        trial.record("a").snapshot(1);
        trial.record("b").finish().complete(1);
        assertThat(COMMITTED).containsExactly("a/a");
        trial.snapshot(2);
        trial.complete(2);
        assertThat(COMMITTED).containsExactly("a/a", "b/ab");
    }

    @Test
    void aCommitThatAsksForItIsTriedAgainLater() throws Exception {
        OperatorTrial<String, Void> trial = OperatorTrial.of(sink(2));
        trial.record("a").snapshot(1);
        trial.complete(1);
        assertThat(COMMITTED).isEmpty();
        trial.time(1_000).time(2_000);
        assertThat(COMMITTED).containsExactly("a/a");
    }

    @Test
    void atTheEndACommitThatAsksForItIsTriedAgainBeforeTheTaskGoes() throws Exception {
        OperatorTrial<String, Void> trial = OperatorTrial.of(sink(2));
        trial.record("a").finish().snapshot(1);
        trial.complete(1);
        assertThat(COMMITTED).containsExactly("a/a");
    }
}
