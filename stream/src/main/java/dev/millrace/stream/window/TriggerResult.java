package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;

/** What becomes of a window. */
@ModelApi
public enum TriggerResult {
    /** Nothing. */
    CONTINUE(false, false),
    /** Its result is emitted and its contents go. */
    FIRE_AND_PURGE(true, true),
    /** Its result is emitted and its contents stay. */
    FIRE(true, false),
    /** Its contents go, without a result. */
    PURGE(false, true);

    private final boolean fire;
    private final boolean purge;

    TriggerResult(boolean fire, boolean purge) {
        this.fire = fire;
        this.purge = purge;
    }

    public boolean isFire() {
        return fire;
    }

    public boolean isPurge() {
        return purge;
    }
}
