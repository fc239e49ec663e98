package dev.millrace.runtime.chain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Asks the loops that feed a chain to stop after the record at hand, because an output has no more room, an operator has
 * work of its own, or the step takes too long. Owned by the task's thread; only {@link #call} may come from any other.
 */
public final class Brake {
    private static final VarHandle CALLED;

    static {
        try {
            CALLED = MethodHandles.lookup().findVarHandle(Brake.class, "called", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private boolean pulled;

    /** Read for each record, so without any order towards other fields. */
    private boolean called;

    public void pull() {
        pulled = true;
    }

    /** The step takes so long that it shall end after the record at hand. Any thread; a call that comes late is repeated. */
    public void call() {
        CALLED.setOpaque(this, true);
    }

    public void release() {
        pulled = false;
        CALLED.setOpaque(this, false);
    }

    public boolean isPulled() {
        return pulled || isCalled();
    }

    /** Whether the step takes too long. */
    public boolean isCalled() {
        return (boolean) CALLED.getOpaque(this);
    }
}
