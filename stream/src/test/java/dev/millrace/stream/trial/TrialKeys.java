package dev.millrace.stream.trial;

import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.time.Timer;

/** What a trial keeps per key: in plain collections, or in a store. */
sealed interface TrialKeys {

    KeyedState state();

    Timers timers();

    /** Event time moves. */
    void watermark(long timestamp);

    /** Takes the earliest timer that is due, or null. */
    Timer poll(Timer.Domain domain, long now);

    /** How many states and timers there are. */
    int size();

    /** In plain collections. */
    record Plain(TrialState state, TrialTimers timers) implements TrialKeys {

        static Plain empty() {
            TrialState state = new TrialState();
            return new Plain(state, new TrialTimers(state));
        }

        @Override
        public void watermark(long timestamp) {
            timers.watermark(timestamp);
        }

        @Override
        public Timer poll(Timer.Domain domain, long now) {
            return timers.poll(domain, now);
        }

        @Override
        public int size() {
            return state.size() + timers.size();
        }
    }

    /** In a store of a real backend. */
    final class Stored implements TrialKeys, Timers {

        private final KeyedStore store;
        private long watermark;

        Stored(KeyedStore store, long watermark) {
            this.store = store;
            this.watermark = watermark;
        }

        @Override
        public KeyedState state() {
            return store.state();
        }

        @Override
        public Timers timers() {
            return this;
        }

        @Override
        public void watermark(long timestamp) {
            watermark = timestamp;
        }

        @Override
        public long currentWatermark() {
            return watermark;
        }

        @Override
        public void register(Timer.Domain domain, Object namespace, long timestamp) {
            store.timers(domain).add(namespace, timestamp);
        }

        @Override
        public void delete(Timer.Domain domain, Object namespace, long timestamp) {
            store.timers(domain).remove(namespace, timestamp);
        }

        @Override
        public Timer poll(Timer.Domain domain, long now) {
            return store.timers(domain).poll(now);
        }

        @Override
        public int size() {
            throw new UnsupportedOperationException("stores do not count");
        }
    }
}
