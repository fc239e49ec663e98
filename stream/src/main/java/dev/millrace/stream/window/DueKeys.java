package dev.millrace.stream.window;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.time.Timer;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys at whose windows something is to happen, by time. The first key of a time registers the only timer for all of
 * them, so a key that waits costs a place in a list. A key keeps its place in the state while it waits, so it is looked up but
 * once. The lists follow from the state of the keys and are no part of snapshots. Owned by the task's thread.
 */
final class DueKeys {

    /** How many keys are looked at at once, before others get their turn; one that comes to many times counts for several. */
    private static final int KEYS_MAX = 128;

    private final KeyedState state;
    private final Timers timers;
    private final Timer.Domain domain;
    private final Map<Long, KeyList> byTime = new HashMap<>();
    private long lastTime;
    private KeyList last;

    /** Takes a key that has been selected. */
    interface Action {

        /**
         * A time has come for which the key has waited.
         *
         * @param reached the last time that has come; the key may come to further ones up to it
         * @return when the key has to be looked at again, or {@link KeyTotals#NONE}
         */
        long onTime(long time, long reached) throws Exception;
    }

    DueKeys(KeyedState state, Timers timers, Timer.Domain domain) {
        this.state = state;
        this.timers = timers;
        this.domain = domain;
    }

    /** The selected key, which has state, waits for a time. */
    void add(long time, Object key, int hash) {
        list(time).add(key, hash, state.place());
    }

    /** The keys that wait for a time; the first of them is the selected one. */
    private KeyList list(long time) {
        if (last == null || time != lastTime) {
            lastTime = time;
            last = byTime.get(time);
            if (last == null) {
                last = new KeyList();
                byTime.put(time, last);
                timers.register(domain, null, time);
            }
        }
        return last;
    }

    /**
     * Takes some of the keys that wait for a time, in the order in which they came; the rest gets a timer of its own. While
     * a key is at hand it comes to the further times that have been reached, one window after the other.
     */
    void take(Timer timer, Action action) throws Exception {
        KeyList waiting = byTime.get(timer.timestamp());
        if (waiting == null) {
            return;
        }
        long[] places = waiting.places(KEYS_MAX);
        Batch keys = waiting.keys(KEYS_MAX);
        KeyLane lane = keys.keys();
        long reached = domain == Timer.Domain.EVENT_TIME ? timers.currentWatermark() : timer.timestamp();
        int left = KEYS_MAX;
        state.enter(keys, places);
        int row = 0;
        for (; row < keys.size() && left > 0; row++) {
            state.at(row);
            long next = timer.timestamp();
            while (next <= reached && next != KeyTotals.NONE && left > 0) {
                next = action.onTime(next, reached);
                left--;
            }
            if (next != KeyTotals.NONE) {
                list(next).add(lane, row, places[row]);
            }
        }
        waiting.drop(row);
        if (waiting.isEmpty()) {
            byTime.remove(timer.timestamp());
            last = null;
        } else {
            state.useKey(timer.key());
            timers.register(domain, null, timer.timestamp());
        }
    }
}
