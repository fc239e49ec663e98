package dev.millrace.cluster.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.cluster.checkpoint.CheckpointPlace;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.TaskCancelled;
import dev.millrace.cluster.rig.MemoryFiles;
import dev.millrace.cluster.schedule.Deployment;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that writes is still there: the next attempt would write to the same run. */
class HostedTaskTest {
    private static final TaskId TASK = new TaskId("job", 0, 0, 0);
    private static final FromTask WORDS = new TaskCancelled(TASK);

    private final HostedTask task = new HostedTask();
    private final TaskFiles files = new TaskFiles(
            new Deployment(
                    null,
                    null,
                    new Vertex("v", "v", 1, 8, "default", null, List.of()),
                    List.of(),
                    List.of(),
                    new CheckpointPlace("/checkpoints", "job", "run"),
                    null),
            path -> new MemoryFiles());

    @BeforeEach
    void writes() {
        task.writesTo(files);
    }

    @Test
    void hasEndedOnlyWhenItWritesNothingAnyMore() throws IOException {
        files.create(1, TASK);
        task.ended(WORDS, 1_000);
        assertThat(task.lastWords(1_000)).isNull();
        task.partDone(1);
        assertThat(task.lastWords(1_000)).isEqualTo(WORDS);
    }

    @Test
    void isNotWaitedForLongerThanTwoSeconds() throws IOException {
        files.create(1, TASK);
        task.ended(WORDS, 1_000);
        assertThat(task.lastWords(2_999)).isNull();
        assertThat(task.lastWords(3_000)).isEqualTo(WORDS);
    }

    @Test
    void beginsNoPartOnceItHasEnded() {
        task.ended(WORDS, 1_000);
        assertThat(task.lastWords(1_000)).isEqualTo(WORDS);
        assertThatThrownBy(() -> files.create(2, TASK)).isInstanceOf(IOException.class);
    }
}
