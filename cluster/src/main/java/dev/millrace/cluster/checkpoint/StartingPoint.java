package dev.millrace.cluster.checkpoint;

import dev.millrace.core.file.Path;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.state.snapshot.CheckpointDirectory;
import dev.millrace.state.snapshot.StoredCheckpoint;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the checkpoint that a job starts from and proves that its own can be written. Blocks; runs in the background. */
public final class StartingPoint {

    private static final Logger LOG = LoggerFactory.getLogger(StartingPoint.class);

    private StartingPoint() {}

    /**
     * @param place where this run keeps its checkpoints
     * @return the checkpoint to start from, or null for a fresh start
     * @throws IOException when the directory cannot be written or the checkpoint cannot be read; says what to do
     */
    public static CompletedCheckpoint find(CheckpointPlace place, CheckpointSettings settings, Storage storage)
            throws IOException {
        CheckpointDirectory directory = place.directory(storage);
        CompletedCheckpoint start = restored(place, settings, storage, directory);
        if (settings.enabled()) {
            directory.prepare();
        }
        return start;
    }

    private static CompletedCheckpoint restored(
            CheckpointPlace place, CheckpointSettings settings, Storage storage, CheckpointDirectory directory)
            throws IOException {
        if (settings.restore() == null) {
            return null;
        }
        if (!settings.restore().equals(CheckpointSettings.LATEST)) {
            Path path = new Path(settings.restore());
            return said(place, path, new StoredCheckpoint(path, CheckpointDirectory.read(storage.at(path), path)));
        }
        Optional<StoredCheckpoint> latest = directory.latest();
        if (latest.isEmpty()) {
            LOG.warn(
                    "Job '{}' starts afresh: there is no complete checkpoint of it in {}",
                    place.jobName(),
                    place.root());
            return null;
        }
        return said(place, latest.get().path(), latest.get());
    }

    private static CompletedCheckpoint said(CheckpointPlace place, Path path, StoredCheckpoint stored) {
        LOG.info(
                "Job '{}' goes on from checkpoint {} in {}",
                place.jobName(),
                stored.manifest().id(),
                path);
        return new CompletedCheckpoint(path.toString(), stored.manifest(), false);
    }
}
