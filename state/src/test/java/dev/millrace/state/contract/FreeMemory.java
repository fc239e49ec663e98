package dev.millrace.state.contract;

import dev.millrace.core.memory.Memory;
import java.util.concurrent.atomic.AtomicLong;

/** A budget without a bound that knows what is charged. */
public final class FreeMemory implements Memory {

    private final AtomicLong reserved = new AtomicLong();

    @Override
    public boolean tryReserve(long bytes) {
        reserve(bytes);
        return true;
    }

    @Override
    public void reserve(long bytes) {
        reserved.addAndGet(bytes);
    }

    @Override
    public void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    public long reserved() {
        return reserved.get();
    }
}
