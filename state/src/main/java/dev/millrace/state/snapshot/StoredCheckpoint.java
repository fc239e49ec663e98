package dev.millrace.state.snapshot;

import dev.millrace.core.file.Path;

/** A complete checkpoint and where it stands. */
public record StoredCheckpoint(Path path, CheckpointManifest manifest) {}
