package dev.millrace.runtime.worker;

import dev.millrace.core.memory.Memory;
import java.util.concurrent.atomic.AtomicLong;

/** One number of bytes for everything that a process buffers. Safe for use by many threads. */
public final class MemoryBudget implements Memory {
    private final long bytesMax;
    private final AtomicLong reserved = new AtomicLong();

    public MemoryBudget(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    @Override
    public boolean tryReserve(long bytes) {
        if (reserved.addAndGet(bytes) <= bytesMax) {
            return true;
        }
        reserved.addAndGet(-bytes);
        return false;
    }

    @Override
    public void reserve(long bytes) {
        reserved.addAndGet(bytes);
    }

    @Override
    public void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    /** The bytes charged now. */
    public long reserved() {
        return reserved.get();
    }
}
