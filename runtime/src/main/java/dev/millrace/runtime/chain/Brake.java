package dev.millrace.runtime.chain;

/**
 * Asks the loops that feed a chain to stop after the record at hand, because an output has no more room or an operator has
 * work of its own. Owned by the task's thread.
 */
public final class Brake {
    private boolean pulled;

    public void pull() {
        pulled = true;
    }

    public void release() {
        pulled = false;
    }

    public boolean isPulled() {
        return pulled;
    }
}
