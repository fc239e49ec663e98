package dev.millrace.connectors.basic.generator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives out so many records between two checkpoints. */
final class CheckpointRateLimiter implements RateLimiter {

    private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

    private final int recordsPerCheckpoint;
    private int left;
    private CompletableFuture<Void> waiting;

    CheckpointRateLimiter(int recordsPerCheckpoint) {
        this.recordsPerCheckpoint = recordsPerCheckpoint;
        this.left = recordsPerCheckpoint;
    }

    @Override
    public CompletionStage<Void> acquire() {
        if (left > 0) {
            left--;
            return NOW;
        }
        waiting = new CompletableFuture<>();
        return waiting;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        left = recordsPerCheckpoint;
        if (waiting != null) {
            left--;
            waiting.complete(null);
            waiting = null;
        }
    }
}
