package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A latch that one thread opens and others wait at. */
@ModelApi
public final class OneShotLatch {

    private volatile CountDownLatch latch = new CountDownLatch(1);

    public void trigger() {
        latch.countDown();
    }

    public void await() throws InterruptedException {
        latch.await();
    }

    /**
     * Waits at most so long.
     *
     * @throws TimeoutException when it is not open by then
     */
    public void await(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (!latch.await(timeout, unit)) {
            throw new TimeoutException("the latch is not open after " + timeout + " " + unit);
        }
    }

    /** Waits; an interruption is an error. */
    public void awaitQuietly() {
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the latch", e);
        }
    }

    public boolean isTriggered() {
        return latch.getCount() == 0;
    }

    /** Closes the latch again. */
    public void reset() {
        latch = new CountDownLatch(1);
    }
}
