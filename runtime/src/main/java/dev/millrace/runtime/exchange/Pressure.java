package dev.millrace.runtime.exchange;

import dev.millrace.core.memory.Memory;
import dev.millrace.runtime.chain.Brake;
import java.util.function.BooleanSupplier;

/**
 * What happens when more is emitted than channels have room for: the brake is pulled, the overflow is charged to the budget,
 * and beyond a bound the thread waits. Owned by the task's thread.
 */
public final class Pressure {
    /** What an overflowing record is charged as; its own size is not known. */
    static final long RECORD_BYTES_ESTIMATE = 64;

    /** Waits inside a step. */
    public interface Waiting {
        /** Returns when the condition holds; the thread may do other work of the host meanwhile. */
        void until(BooleanSupplier condition);
    }

    private final Brake brake;
    private final Memory memory;
    private final Waiting waiting;

    public Pressure(Brake brake, Memory memory, Waiting waiting) {
        this.brake = brake;
        this.memory = memory;
        this.waiting = waiting;
    }

    /** Records overflow; false when the budget has no place for them. */
    boolean charge(long records) {
        brake.pull();
        long bytes = records * RECORD_BYTES_ESTIMATE;
        if (memory.tryReserve(bytes)) {
            return true;
        }
        memory.reserve(bytes);
        return false;
    }

    /** Records overflow on their way back to the head of a loop: nobody can wait for room there, so they are charged. */
    void chargeFeedback(long records) {
        memory.reserve(records * RECORD_BYTES_ESTIMATE);
    }

    void release(long records) {
        memory.release(records * RECORD_BYTES_ESTIMATE);
    }

    void waitUntil(BooleanSupplier condition) {
        waiting.until(condition);
    }
}
