package dev.millrace.cluster.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.CheckpointFacts.AwaitedTask;
import org.junit.jupiter.api.Test;

/** What rules find in facts that are drawn by hand. */
class DiagnosticsTest {

    private static Drawn allBut(int vertex) {
        Drawn drawn = new Drawn();
        for (int other = 0; other < 3; other++) {
            if (other != vertex) {
                drawn.task(other, 0, 7).task(other, 1, 7);
            }
        }
        return drawn;
    }

    @Test
    void theSlowestTaskIsNamedWithAllWhoWaitForIt() {
        Drawn drawn = new Drawn()
                .waiting(0, 0, 1)
                .waiting(0, 1, 1)
                .task(1, 0, 6)
                .waiting(1, 1, 0)
                .task(2, 0, 6)
                .task(2, 1, 6);
        assertThat(drawn.said())
                .containsExactly(
                        "'source' (1 of 2), 'source' (2 of 2), 'middle' (2 of 2) have no room to send to: 'sink' (1 of"
                                + " 2) does not take what lies in its channels; it is busy 990 ms of each second");
    }

    @Test
    void whoWaitsForABlockedCallIsToldBehindIt() {
        Drawn drawn = allBut(1)
                .waiting(1, 0, 1)
                .task(1, 1, 7)
                .stuck(
                        2,
                        1,
                        "java.net.Socket.read (Socket.java:1)",
                        "dev.millrace.stream.sink.X.write (X.java:2)",
                        "com.acme.Sink.write (Sink.java:3)");
        assertThat(drawn.said())
                .containsExactly(
                        "'sink' (2 of 2) has been in one call of its code for 12 s or longer: it is in"
                                + " com.acme.Sink.write (Sink.java:3), which waits in java.net.Socket.read"
                                + " (Socket.java:1)",
                        "'middle' (1 of 2) has no room to send to: 'sink' (2 of 2) does not take what lies in its"
                                + " channels, because it is in a call of its code: com.acme.Sink.write (Sink.java:3)");
    }

    @Test
    void aJobThatDoesNotRunSaysSoFirst() {
        assertThat(allBut(3).status("RESTARTING").diagnosis().findings())
                .first()
                .extracting(Finding::cause, Finding::what)
                .containsExactly(
                        Cause.NOT_RUNNING,
                        "the job has failed and waits to start again; it was started again 3 times before");
    }

    @Test
    void aCheckpointWaitsForWhoWritesItsPart() {
        assertThat(allBut(3).hanging(new AwaitedTask(2, 1)).said())
                .containsExactly("checkpoint 7 has been under way for 15 s: 'sink' (2 of 2) is writing its part");
    }

    @Test
    void aCheckpointWaitsForTheFirstTaskThatHasNotTakenIt() {
        Drawn drawn = allBut(1).aligning(1, 0).task(1, 1, 7);
        assertThat(drawn.hanging(new AwaitedTask(1, 0), new AwaitedTask(2, 0)).said())
                .containsExactly(
                        "checkpoint 7 has been under way for 15 s: 'middle' (1 of 2) waits for the barrier on 1"
                                + " channel, which lies behind the records of its channels",
                        "checkpoint 7 has been under way for 15 s: 'sink' (1 of 2) is writing its part");
    }

    @Test
    void aTaskBehindOneThatHasNotTakenACheckpointIsNotBlamed() {
        Drawn drawn = new Drawn()
                .task(0, 0, 7)
                .task(0, 1, 6)
                .aligning(1, 0)
                .task(1, 1, 6)
                .task(2, 0, 6)
                .task(2, 1, 6);
        assertThat(drawn.hanging(new AwaitedTask(0, 1), new AwaitedTask(1, 0), new AwaitedTask(2, 0))
                        .said())
                .containsExactly(
                        "checkpoint 7 has been under way for 15 s: 'source' (2 of 2) has not taken its snapshot");
    }

    @Test
    void aCheckpointDoesNotGetToATaskThatDoesNotAnswer() {
        Drawn drawn = allBut(2).task(2, 0, 7).stuck(2, 1);
        assertThat(drawn.hanging(new AwaitedTask(2, 1)).said())
                .containsExactly(
                        "checkpoint 7 has been under way for 15 s: 'sink' (2 of 2) does not get to it, because it does"
                                + " not answer");
    }

    @Test
    void durationsAreSaidInTwoUnitsAtMost() {
        assertThat(Words.duration(999)).isEqualTo("999 ms");
        assertThat(Words.duration(59_999)).isEqualTo("59 s");
        assertThat(Words.duration(61_000)).isEqualTo("1 min 1 s");
        assertThat(Words.duration(3_600_000)).isEqualTo("1 h");
        assertThat(Words.duration(90_000_000)).isEqualTo("1 d 1 h");
        assertThat(Words.duration(30L * 86_400_000 + 1)).isEqualTo("30 d");
    }
}
