package dev.millrace.cluster.checkpoint;

import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.time.Clock;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.CheckpointManifest;
import dev.millrace.state.snapshot.TaskSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the checkpoints of one job, one at a time. A checkpoint first asks the enumerators, then the heads of the
 * dataflow, collects the parts of all tasks, publishes the manifest, and only then is it announced: a commit never
 * precedes the durable checkpoint it rests on. (After Chandy and Lamport, Distributed Snapshots, 1985, and Carbone et al.,
 * Lightweight Asynchronous Snapshots for Distributed Dataflows, 2015.) Owned by the job's thread.
 */
public final class CheckpointCoordinator {

    /** A last checkpoint that failed is tried again after this time at the latest. */
    private static final long RETRY_MILLIS = 100;

    private static final long NEVER = Long.MAX_VALUE;
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointCoordinator.class);

    private final CheckpointSettings settings;
    private final CheckpointedJob job;
    private final CheckpointStore store;
    private final Clock clock;
    private CompletedCheckpoint newest;
    private PendingCheckpoint pending;
    private long lastId;
    private long nextTriggerMillis = NEVER;
    private int failuresInARow;
    private boolean held;
    private long completed;
    private long failed;
    private long lastCompleted;
    private long lastDurationMillis;
    private long lastBytes;

    /**
     * @param restored the checkpoint that the job starts from, or null for a fresh start
     */
    public CheckpointCoordinator(
            CheckpointSettings settings,
            CheckpointedJob job,
            CheckpointStore store,
            Clock clock,
            CompletedCheckpoint restored) {
        this.settings = settings;
        this.clock = clock;
        this.job = job;
        this.store = store;
        this.newest = restored;
        this.lastId = restored == null ? 0 : restored.id();
    }

    /** The newest complete checkpoint, or null. */
    public CompletedCheckpoint newest() {
        return newest;
    }

    /** Whether a checkpoint is under way that can no longer be aborted; its outcome decides what the newest one is. */
    public boolean isPublishing() {
        return pending != null && pending.stage() == PendingCheckpoint.Stage.PUBLISHING;
    }

    public boolean isPending() {
        return pending != null;
    }

    /** Begins to trigger checkpoints by the interval. */
    public void start() {
        if (settings.enabled() && nextTriggerMillis == NEVER) {
            nextTriggerMillis = now() + settings.intervalMillis();
        }
    }

    /** Triggers none by the interval until {@link #triggerLast} or {@link #unhold}. */
    public void hold() {
        held = true;
    }

    public void unhold() {
        held = false;
    }

    /** All data has ended: the tasks wait for a checkpoint, which is triggered as soon as none is under way. */
    public void triggerLast() {
        if (settings.enabled()) {
            held = false;
            nextTriggerMillis = now();
            onTick();
        }
    }

    public void onTick() {
        if (pending == null) {
            if (!held && now() >= nextTriggerMillis) {
                trigger();
            }
        } else if (!isPublishing() && now() - pending.startedMillis >= settings.timeoutMillis()) {
            fail(new IllegalStateException("checkpoint " + pending.id + " did not complete within "
                    + settings.timeoutMillis() + " ms; it waited for " + pending.awaited()
                    + "; give it a longer timeout, or look for backpressure"));
        }
    }

    private void trigger() {
        if (!job.survey().settled()) {
            return;
        }
        pending = new PendingCheckpoint(++lastId, timestampMillis(), now(), job.sources());
        if (job.sources().isEmpty()) {
            tellHeads();
        } else {
            long id = pending.id;
            job.sources().forEach(source -> job.snapshotEnumerator(source, id));
        }
    }

    /** The time of day, but above that of the checkpoint before: the clock may jump back, and who is newest must not. */
    private long timestampMillis() {
        long time = clock.millis();
        return newest == null ? time : Math.max(time, newest.manifest().timestampMillis() + 1);
    }

    /** An enumerator has written its state. */
    public void enumeratorDone(String source, long checkpoint, byte[] state) {
        if (isPending(checkpoint) && pending.enumeratorDone(source, state)) {
            tellHeads();
        }
    }

    private void tellHeads() {
        CheckpointedJob.Survey survey = job.survey();
        if (!survey.settled() || survey.running().isEmpty()) {
            abort();
            return;
        }
        pending.awaitTasks(survey);
        PendingCheckpoint begun = pending;
        survey.heads().forEach(head -> job.takeSnapshot(head, begun.id, begun.triggeredMillis));
        job.releaseAssignments();
    }

    /** A task has written its part. */
    public void partDone(TaskId task, long checkpoint, TaskSnapshot part) {
        if (isPending(checkpoint) && pending.partDone(task, part)) {
            pending.publishing();
            PendingCheckpoint whole = pending;
            CheckpointManifest manifest =
                    job.manifest(whole.id, whole.triggeredMillis, whole.parts(), whole.enumerators());
            store.publish(manifest, (path, failure) -> published(whole, manifest, path, failure));
        }
    }

    private void published(PendingCheckpoint whole, CheckpointManifest manifest, String path, Throwable failure) {
        if (failure != null) {
            fail(failure);
            return;
        }
        pending = null;
        failuresInARow = 0;
        completed++;
        lastCompleted = whole.id;
        lastDurationMillis = now() - whole.startedMillis;
        lastBytes = whole.bytes();
        CompletedCheckpoint older = newest;
        newest = new CompletedCheckpoint(path, manifest, true);
        schedule(whole, whole.isLast() ? settings.intervalMillis() : 0);
        job.onCompleted(newest, whole.isLast());
        if (older != null && older.owned()) {
            store.discard(older.id());
        }
    }

    /** A task or an enumerator could not write its part. */
    public void declined(long checkpoint, Throwable why) {
        if (isPending(checkpoint) && !isPublishing()) {
            fail(why);
        }
    }

    /** A task has finished; a checkpoint that waits for it will never complete, which nobody is to blame for. */
    public void taskFinished(TaskId task) {
        if (pending != null && pending.awaits(task)) {
            abort();
        }
    }

    /** Aborts the checkpoint under way, if it still can be. */
    public void abort() {
        if (pending != null && !isPublishing()) {
            dropPending();
        }
    }

    private void fail(Throwable why) {
        failed++;
        LOG.warn("Checkpoint {} failed: {}", pending.id, why.toString());
        dropPending();
        if (++failuresInARow > settings.tolerableFailures()) {
            failuresInARow = 0;
            job.onTooManyFailures(Failure.of(why));
        }
    }

    private void dropPending() {
        PendingCheckpoint dropped = pending;
        pending = null;
        schedule(dropped, RETRY_MILLIS);
        job.releaseAssignments();
        job.onAborted(dropped.id);
        store.discard(dropped.id);
    }

    /** Tasks that wait for their last checkpoint do not wait for the interval. */
    private void schedule(PendingCheckpoint before, long lastDelayMillis) {
        long regular = Math.max(before.startedMillis + settings.intervalMillis(), now() + settings.minPauseMillis());
        nextTriggerMillis = job.survey().ended() ? Math.min(regular, now() + lastDelayMillis) : regular;
    }

    private boolean isPending(long checkpoint) {
        return pending != null && pending.id == checkpoint;
    }

    /** How the job's checkpoints do. */
    public CheckpointFacts facts() {
        CheckpointFacts.Pending underWay = pending == null ? null : pending.facts(now());
        long interval = settings.onlyAtEnd() ? 0 : settings.intervalMillis();
        return new CheckpointFacts(interval, completed, failed, lastCompleted, lastDurationMillis, lastBytes, underWay);
    }

    private long now() {
        return clock.nanos() / 1_000_000;
    }
}
