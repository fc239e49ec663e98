package dev.millrace.cluster.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentsTest {

    private final Assignments assignments = new Assignments();

    private void assign(int reader, long epoch, int split) {
        assignments.add(reader, epoch, List.of(new byte[] {(byte) split}));
    }

    private List<Integer> back(int reader, long checkpoint) {
        return assignments.takeBack(reader, checkpoint).stream()
                .map(split -> (int) split[0])
                .toList();
    }

    @Test
    void whatWasAssignedSinceTheRestoredCheckpointComesBackInOrder() {
        assign(0, 3, 1);
        assign(0, 4, 2);
        assign(1, 4, 3);
        assign(0, 5, 4);
        assertThat(back(0, 4)).containsExactly(2, 4);
        assertThat(back(1, 4)).containsExactly(3);
    }

    @Test
    void withoutACheckpointAllComesBack() {
        assign(0, 0, 1);
        assign(0, 1, 2);
        assertThat(back(0, 0)).containsExactly(1, 2);
    }

    @Test
    void whatCameBackDoesNotComeBackAgain() {
        assign(0, 2, 1);
        back(0, 2);
        assertThat(back(0, 0)).isEmpty();
    }

    @Test
    void whatIsInACompleteCheckpointStaysWithTheReader() {
        assign(0, 1, 1);
        assign(0, 2, 2);
        assignments.completed(2);
        assertThat(back(0, 0)).containsExactly(2);
    }
}
