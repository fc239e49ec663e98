package dev.millrace.cluster.protocol;

import dev.millrace.core.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * What a node is given by whoever runs it: its only ways out of its own thread.
 *
 * @param self the node's address
 * @param thread runs things on the node's own thread, in the order given; safe for use by any thread
 * @param background runs slow things: files, user code of sources, loading of classes
 */
public record NodeContext(
        NodeId self, Post post, Clock clock, RandomGenerator random, Executor thread, Executor background) {

    /** The time by the stop-watch, which never goes back; what {@link Node#onTick} is told. */
    public long nowMillis() {
        return clock.nanos() / 1_000_000;
    }

    /** Does something slow beside the node's thread; its result, or what it threw, comes back to the node's thread. */
    public <T> void offload(Callable<T> slow, BiConsumer<T, Throwable> back) {
        background.execute(() -> {
            Outcome<T> outcome = Outcome.of(slow);
            thread.execute(() -> back.accept(outcome.result, outcome.failure));
        });
    }

    /** A result or what was thrown instead. */
    private record Outcome<T>(T result, Throwable failure) {

        static <T> Outcome<T> of(Callable<T> slow) {
            try {
                return new Outcome<>(slow.call(), null);
            } catch (Throwable thrown) {
                return new Outcome<>(null, thrown);
            }
        }
    }
}
