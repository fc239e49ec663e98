package dev.millrace.cluster.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.time.Clock;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.CheckpointManifest;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** When checkpoints are triggered, what they wait for, and what comes of it; the job and the store write down what they are told. */
class CheckpointCoordinatorTest {

    private static final TaskId SOURCE = new TaskId("job", 0, 0, 0);
    private static final TaskId SINK = new TaskId("job", 1, 0, 0);
    private static final TaskSnapshot PART = new TaskSnapshot("part", 1, List.of());

    private final List<String> told = new ArrayList<>();
    private boolean settled = true;
    private boolean ended;
    private long nowMillis;
    private BiConsumer<String, Throwable> publication;

    private final Clock clock = new Clock() {
        @Override
        public long millis() {
            return nowMillis;
        }

        @Override
        public long nanos() {
            return nowMillis * 1_000_000;
        }
    };

    private final CheckpointedJob job = new CheckpointedJob() {
        @Override
        public Survey survey() {
            return new Survey(settled, ended, List.of(SOURCE, SINK), List.of(SOURCE));
        }

        @Override
        public List<String> sources() {
            return List.of("numbers");
        }

        @Override
        public void snapshotEnumerator(String source, long checkpoint) {
            told.add("enumerator " + checkpoint);
        }

        @Override
        public void releaseAssignments() {
            told.add("release");
        }

        @Override
        public void takeSnapshot(TaskId head, long checkpoint, long triggeredMillis) {
            told.add("take " + checkpoint);
        }

        @Override
        public CheckpointManifest manifest(
                long checkpoint, long triggered, Map<TaskId, TaskSnapshot> parts, Map<String, byte[]> enumerators) {
            assertThat(parts).containsOnlyKeys(SOURCE, SINK);
            assertThat(enumerators).containsOnlyKeys("numbers");
            return CheckpointManifest.of(checkpoint, triggered, "job", List.of(), enumerators);
        }

        @Override
        public void onCompleted(CompletedCheckpoint checkpoint, boolean last) {
            told.add((last ? "last " : "complete ") + checkpoint.id());
        }

        @Override
        public void onAborted(long checkpoint) {
            told.add("abort " + checkpoint);
        }

        @Override
        public void onTooManyFailures(Failure last) {
            told.add("too many: " + last.message());
        }
    };

    private final CheckpointStore store = new CheckpointStore() {
        @Override
        public void publish(CheckpointManifest manifest, BiConsumer<String, Throwable> back) {
            told.add("publish " + manifest.id());
            publication = back;
        }

        @Override
        public void discard(long checkpoint) {
            told.add("discard " + checkpoint);
        }
    };

    private CheckpointCoordinator coordinator(long interval, long timeout, long pause, int tolerable) {
        CheckpointSettings settings =
                new CheckpointSettings(interval, timeout, pause, tolerable, "/dir", false, null, false);
        CheckpointCoordinator coordinator = new CheckpointCoordinator(settings, job, store, clock, null);
        coordinator.start();
        return coordinator;
    }

    private void tickUntil(CheckpointCoordinator coordinator, long millis) {
        while (nowMillis < millis) {
            nowMillis++;
            coordinator.onTick();
        }
    }

    private void answer(CheckpointCoordinator coordinator, long id) {
        coordinator.enumeratorDone("numbers", id, new byte[0]);
        coordinator.partDone(SOURCE, id, PART);
        coordinator.partDone(SINK, id, PART);
    }

    private void complete(CheckpointCoordinator coordinator, long id) {
        answer(coordinator, id);
        publication.accept("/dir/chk-" + id, null);
    }

    private List<String> told() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    @Test
    void nothingIsAnnouncedBeforeItIsPublishedAndNothingPublishedBeforeAllParts() {
        CheckpointCoordinator coordinator = coordinator(100, 1_000, 0, 0);
        tickUntil(coordinator, 99);
        assertThat(told()).isEmpty();
        tickUntil(coordinator, 100);
        assertThat(told()).containsExactly("enumerator 1");
        coordinator.enumeratorDone("numbers", 1, new byte[0]);
        assertThat(told()).containsExactly("take 1", "release");
        coordinator.partDone(SOURCE, 1, PART);
        assertThat(told()).isEmpty();
        coordinator.partDone(SINK, 1, PART);
        assertThat(told()).containsExactly("publish 1");
        publication.accept("/dir/chk-1", null);
        assertThat(told()).containsExactly("complete 1");
        assertThat(coordinator.newest().path()).isEqualTo("/dir/chk-1");
    }

    @Test
    void theOlderOneIsDeletedOnceTheNewerIsComplete() {
        CheckpointCoordinator coordinator = coordinator(100, 1_000, 0, 0);
        tickUntil(coordinator, 100);
        complete(coordinator, 1);
        told();
        tickUntil(coordinator, 200);
        complete(coordinator, 2);
        assertThat(told()).endsWith("complete 2", "discard 1");
    }

    @Test
    void oneIsUnderWayAtATime() {
        CheckpointCoordinator coordinator = coordinator(100, 10_000, 0, 0);
        tickUntil(coordinator, 450);
        assertThat(told()).containsExactly("enumerator 1");
        complete(coordinator, 1);
        told();
        tickUntil(coordinator, 451);
        assertThat(told()).containsExactly("enumerator 2");
    }

    @Test
    void thePauseHoldsBetweenTheEndOfOneAndTheNext() {
        CheckpointCoordinator coordinator = coordinator(100, 10_000, 80, 0);
        tickUntil(coordinator, 190);
        complete(coordinator, 1);
        told();
        tickUntil(coordinator, 269);
        assertThat(told()).isEmpty();
        tickUntil(coordinator, 270);
        assertThat(told()).containsExactly("enumerator 2");
    }

    @Test
    void oneThatTakesTooLongIsAbortedAndLateAnswersAreIgnored() {
        CheckpointCoordinator coordinator = coordinator(100, 500, 0, 1);
        tickUntil(coordinator, 100);
        coordinator.enumeratorDone("numbers", 1, new byte[0]);
        told();
        tickUntil(coordinator, 599);
        assertThat(told()).isEmpty();
        tickUntil(coordinator, 600);
        assertThat(told()).containsExactly("release", "abort 1", "discard 1");
        coordinator.partDone(SOURCE, 1, PART);
        coordinator.partDone(SINK, 1, PART);
        assertThat(told()).isEmpty();
    }

    @Test
    void moreFailuresInARowThanAreToleratedAreReported() {
        CheckpointCoordinator coordinator = coordinator(100, 5_000, 0, 1);
        tickUntil(coordinator, 100);
        coordinator.declined(1, new IOException("first"));
        assertThat(told()).doesNotContain("too many: first");
        tickUntil(coordinator, 200);
        coordinator.declined(2, new IOException("second"));
        assertThat(told()).contains("too many: second");
    }

    @Test
    void aCompleteOneEndsTheRowOfFailures() {
        CheckpointCoordinator coordinator = coordinator(100, 5_000, 0, 1);
        tickUntil(coordinator, 100);
        coordinator.declined(1, new IOException("first"));
        tickUntil(coordinator, 200);
        complete(coordinator, 2);
        tickUntil(coordinator, 300);
        coordinator.declined(3, new IOException("third"));
        assertThat(told()).noneMatch(line -> line.startsWith("too many"));
    }

    @Test
    void aPublicationThatFailsIsAFailure() {
        CheckpointCoordinator coordinator = coordinator(100, 5_000, 0, 0);
        tickUntil(coordinator, 100);
        answer(coordinator, 1);
        told();
        publication.accept(null, new IOException("disk full"));
        assertThat(told()).containsExactly("release", "abort 1", "discard 1", "too many: disk full");
        assertThat(coordinator.newest()).isNull();
    }

    @Test
    void oneThatIsBeingPublishedIsNotAborted() {
        CheckpointCoordinator coordinator = coordinator(100, 500, 0, 0);
        tickUntil(coordinator, 100);
        answer(coordinator, 1);
        coordinator.abort();
        tickUntil(coordinator, 5_000);
        assertThat(coordinator.isPublishing()).isTrue();
        publication.accept("/dir/chk-1", null);
        assertThat(told()).contains("complete 1");
    }

    @Test
    void noneIsTriggeredWhileTasksAreStarting() {
        CheckpointCoordinator coordinator = coordinator(100, 5_000, 0, 0);
        settled = false;
        tickUntil(coordinator, 500);
        assertThat(told()).isEmpty();
        settled = true;
        tickUntil(coordinator, 501);
        assertThat(told()).containsExactly("enumerator 1");
    }

    @Test
    void whenAllDataHasEndedTheLastOneDoesNotWaitForTheInterval() {
        CheckpointCoordinator coordinator = coordinator(1_000_000, 5_000, 1_000_000, 0);
        tickUntil(coordinator, 10);
        ended = true;
        coordinator.triggerLast();
        complete(coordinator, 1);
        assertThat(told()).endsWith("publish 1", "last 1");
    }

    @Test
    void aLastOneThatCannotCompleteIsTriedAgain() {
        CheckpointCoordinator coordinator = coordinator(1_000_000, 5_000, 1_000_000, 5);
        ended = true;
        coordinator.triggerLast();
        coordinator.enumeratorDone("numbers", 1, new byte[0]);
        coordinator.taskFinished(SOURCE);
        assertThat(told()).contains("abort 1");
        tickUntil(coordinator, 1_000);
        assertThat(told()).containsExactly("enumerator 2");
    }

    @Test
    void idsGoOnFromTheRestoredOne() {
        CheckpointSettings settings = new CheckpointSettings(100, 1_000, 0, 0, "/dir", false, null, false);
        CompletedCheckpoint restored =
                new CompletedCheckpoint("/old/chk-41", CheckpointManifest.of(41, 0, "job", List.of(), Map.of()), false);
        CheckpointCoordinator coordinator = new CheckpointCoordinator(settings, job, store, clock, restored);
        coordinator.start();
        tickUntil(coordinator, 100);
        complete(coordinator, 42);
        assertThat(told()).contains("complete 42").doesNotContain("discard 41");
    }
}
