package dev.millrace.cluster.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.cluster.protocol.ControlMessage.AssignSplits;
import dev.millrace.cluster.protocol.ControlMessage.CancelJob;
import dev.millrace.cluster.protocol.ControlMessage.EndInput;
import dev.millrace.cluster.protocol.ControlMessage.JobStatusChanged;
import dev.millrace.cluster.protocol.ControlMessage.Sequenced;
import dev.millrace.cluster.protocol.ControlMessage.SnapshotPartDone;
import dev.millrace.cluster.protocol.ControlMessage.TaskFailed;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.OperatorPart;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

    private static final TaskId TASK = new TaskId("j", 1, 2, 3);

    private final MessageCodec codec = new MessageCodec();

    @Test
    void theBytesOfAMessageAreWhatTheyHaveAlwaysBeen() throws IOException {
        ControlMessage message = new Sequenced(5, 7, new EndInput(TASK, EndOfData.DRAIN));
        String golden = "01011253657175656e636564" + "0000000000000005" + "0000000000000007" + "0110456e64496e707574"
                + "01" + "01026a" + "00000001" + "00000002" + "00000003" + "010a445241494e";
        assertThat(HexFormat.of().formatHex(codec.encode(message))).isEqualTo(golden);
        assertThat(codec.decode(HexFormat.of().parseHex(golden))).isEqualTo(message);
    }

    @Test
    void partsOfSnapshotsSurviveTheWay() throws IOException {
        TaskSnapshot part = new TaskSnapshot(
                "part-1",
                99,
                List.of(
                        new OperatorPart("count", new KeyGroupRange(3, 9), List.of()),
                        new OperatorPart("sink", null, List.of())));
        SnapshotPartDone message = new SnapshotPartDone(TASK, 4, part);
        assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
    }

    @Test
    void bytesSurviveTheWay() throws IOException {
        AssignSplits message = new AssignSplits(TASK, 1, 2, List.of(new byte[] {1, 2}, new byte[0]));
        AssignSplits copy = (AssignSplits) codec.decode(codec.encode(message));
        assertThat(copy.splits()).hasSize(2);
        assertThat(copy.splits().get(0)).containsExactly(1, 2);
        assertThat(copy.splits().get(1)).isEmpty();
    }

    @Test
    void statusesTravelByName() throws IOException {
        for (JobStatus status : JobStatus.values()) {
            JobStatusChanged message = new JobStatusChanged("j", status);
            assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
        }
    }

    @Test
    void whatWasThrownIsThrownAgainOnTheOtherSide() throws IOException {
        Throwable thrown = new IllegalStateException("outer", new IOException("inner"));
        Failure.Place place = new Failure.Place("map -> sink", 1, "sink", "(a,1)");
        TaskFailed message = (TaskFailed) codec.decode(codec.encode(new TaskFailed(TASK, Failure.of(thrown, place))));
        assertThat(message.failure().toString())
                .contains("outer", "vertex 'map -> sink' instance 1", "operator 'sink'", "record (a,1)");
        assertThat(message.failure().cause(getClass().getClassLoader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("outer")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whatCannotBeSerializedArrivesAsText() throws IOException {
        RuntimeException thrown = new RuntimeException("with a field") {
            private static final long serialVersionUID = 1;

            @SuppressWarnings("unused")
            private final Object unserializable = new Object();
        };
        Failure failure = Failure.of(thrown);
        TaskFailed message = (TaskFailed) codec.decode(codec.encode(new TaskFailed(TASK, failure)));
        assertThat(message.failure().cause(getClass().getClassLoader()))
                .isInstanceOf(RemoteCause.class)
                .hasMessageContaining("with a field");
    }

    @Test
    void anotherVersionAndDamagedBytesAreErrors() {
        byte[] bytes = codec.encode(new CancelJob("j"));
        bytes[0] = 9;
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9");
        byte[] unknown = codec.encode(new CancelJob("j"));
        unknown[3] = 'X';
        assertThatThrownBy(() -> codec.decode(unknown))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("XancelJob");
    }
}
