package dev.millrace.cluster.local;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who uses a cluster; once nobody does, nobody ever will. Safe for use by any thread. */
final class Hold {

    private final AtomicInteger users = new AtomicInteger(1);

    /** Adds a user; false when the last one has gone. */
    boolean tryTake() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Removes a user; true when it was the last one. */
    boolean release() {
        return users.decrementAndGet() == 0;
    }
}
