package dev.millrace.cluster.checkpoint;

import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.core.file.Path;
import dev.millrace.state.snapshot.CheckpointManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of one run in their directory, written and deleted in the background. Owned by the node's thread. */
public final class DirectoryStore implements CheckpointStore {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryStore.class);

    private final CheckpointPlace place;
    private final Storage storage;
    private final NodeContext node;
    private final List<Runnable> waiting = new ArrayList<>();
    private int discarding;

    public DirectoryStore(CheckpointPlace place, Storage storage, NodeContext node) {
        this.place = place;
        this.storage = storage;
        this.node = node;
    }

    @Override
    public void publish(CheckpointManifest manifest, BiConsumer<String, Throwable> back) {
        node.offload(() -> place.directory(storage).publish(manifest), back);
    }

    @Override
    public void discard(long checkpoint) {
        discarding++;
        node.offload(
                () -> {
                    place.directory(storage).discard(checkpoint);
                    return null;
                },
                (nothing, failure) -> {
                    warn("checkpoint " + checkpoint, failure);
                    discarding--;
                    tellQuiet();
                });
    }

    /** Calls back when nothing is being deleted any more: whoever looks at the directory then sees what stays. */
    public void whenQuiet(Runnable back) {
        waiting.add(back);
        tellQuiet();
    }

    private void tellQuiet() {
        if (discarding == 0) {
            List<Runnable> told = List.copyOf(waiting);
            waiting.clear();
            told.forEach(Runnable::run);
        }
    }

    /** Deletes all checkpoints of the run. */
    public void discardRun(Runnable back) {
        node.offload(
                () -> {
                    Path run = place.directory(storage).checkpoint(0).getParent();
                    return storage.at(run).delete(run, true);
                },
                (deleted, failure) -> {
                    warn("the checkpoints of run " + place.run(), failure);
                    back.run();
                });
    }

    private void warn(String what, Throwable failure) {
        if (failure != null) {
            LOG.warn("Could not delete {} of job '{}': {}", what, place.jobName(), failure.toString());
        }
    }
}
