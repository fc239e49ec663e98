package dev.millrace.state.snapshot;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the checkpoints of one run of a job are kept: {@code DIR/<job name>/<run>/chk-N}. A checkpoint is complete when its
 * directory holds a file {@value #MANIFEST}, which appears in one step. Has no state of its own: any number of these may
 * look at one directory, on any thread.
 */
public final class CheckpointDirectory {

    private static final String MANIFEST = "manifest";
    private static final String CHECKPOINT_PREFIX = "chk-";

    private final FileSystem files;
    private final Path job;
    private final Path run;

    /**
     * @param root the directory that the user gave
     * @param run tells this run from others of the job; the ids of checkpoints are unique within it
     */
    public CheckpointDirectory(FileSystem files, Path root, String jobName, String run) {
        this.files = files;
        this.job = new Path(root, DirectoryName.of(jobName));
        this.run = new Path(job, DirectoryName.of(run));
    }

    /** Makes the run's directory and proves that it can be written, so that a job fails before it starts. */
    public void prepare() throws IOException {
        Path probe = new Path(run, "probe");
        try {
            files.mkdirs(run);
            write(probe, new byte[1]);
            files.delete(probe, false);
        } catch (IOException failure) {
            throw SectionOutput.cannotWrite(probe, failure);
        }
    }

    /** The directory of a checkpoint of this run. */
    public Path checkpoint(long id) {
        return new Path(run, CHECKPOINT_PREFIX + id);
    }

    /** Begins the part file of one task; an earlier one of the same attempt is replaced. */
    public TaskSnapshotWriter openPart(long id, String vertex, int instance, int attempt) throws IOException {
        String name = "part-" + DirectoryName.of(vertex) + "-" + instance + "-" + attempt;
        return new TaskSnapshotWriter(files, new Path(checkpoint(id), name));
    }

    /**
     * Makes a checkpoint complete, in one step; all parts that the manifest names are durable.
     *
     * @return the checkpoint's path, from which a job can be restored
     */
    public String publish(CheckpointManifest manifest) throws IOException {
        Path directory = checkpoint(manifest.id());
        Path target = new Path(directory, MANIFEST);
        if (files.exists(target)) {
            throw new IOException("Checkpoint " + directory + " is complete already; two masters write to one run");
        }
        Path temporary = target.suffix(".writing");
        try {
            write(temporary, ManifestFormat.encode(manifest));
            files.rename(temporary, target);
        } catch (IOException failure) {
            throw SectionOutput.cannotWrite(target, failure);
        }
        return directory.toString();
    }

    /** Deletes a checkpoint of this run, complete or not. Its manifest goes first, so that no half is taken for a whole. */
    public void discard(long id) throws IOException {
        Path directory = checkpoint(id);
        files.delete(new Path(directory, MANIFEST), false);
        files.delete(directory, true);
    }

    /** All complete checkpoints of the job, those of earlier runs included, newest first. */
    public List<StoredCheckpoint> list() throws IOException {
        List<StoredCheckpoint> found = new ArrayList<>();
        for (Path oneRun : directories(job)) {
            for (Path directory : directories(oneRun)) {
                if (directory.getName().startsWith(CHECKPOINT_PREFIX) && files.exists(new Path(directory, MANIFEST))) {
                    found.add(new StoredCheckpoint(directory, read(files, directory)));
                }
            }
        }
        found.sort(Comparator.comparingLong((StoredCheckpoint c) -> c.manifest().timestampMillis())
                .thenComparingLong(c -> c.manifest().id())
                .reversed());
        return found;
    }

    /** The newest complete checkpoint of the job, of whatever run; empty when there is none. */
    public Optional<StoredCheckpoint> latest() throws IOException {
        return list().stream().findFirst();
    }

    /** Reads the manifest of the checkpoint at a path that a user gave or {@link #publish} answered. */
    public static CheckpointManifest read(FileSystem files, Path checkpoint) throws IOException {
        Path path = new Path(checkpoint, MANIFEST);
        try (FSDataInputStream in = files.open(path)) {
            return ManifestFormat.decode(in.readAllBytes(), path);
        } catch (FileNotFoundException absent) {
            String what = files.exists(checkpoint)
                    ? "is not a complete checkpoint: it has no file '" + MANIFEST + "'"
                    : "does not exist";
            throw new IOException(
                    "The checkpoint to restore, " + checkpoint + ", " + what + "; give the path of a directory "
                            + CHECKPOINT_PREFIX + "N",
                    absent);
        }
    }

    private List<Path> directories(Path parent) throws IOException {
        if (!files.exists(parent)) {
            return List.of();
        }
        return Arrays.stream(files.listStatus(parent))
                .filter(FileStatus::directory)
                .map(FileStatus::path)
                .toList();
    }

    private void write(Path path, byte[] bytes) throws IOException {
        try (FSDataOutputStream out = files.create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(bytes);
            out.sync();
        }
    }
}
