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
 * them, so a key that waits costs a place in a list, and they are looked up many at a time. The lists follow from the state
 * of the keys and are no part of snapshots. Owned by the task's thread.
 */
final class DueKeys {

    /** How many keys are taken at once, before records and barriers get their turn. */
    private static final int KEYS_MAX = 128;

    private final KeyedState state;
    private final Timers timers;
    private final Timer.Domain domain;
    private final Map<Long, KeyList> byTime = new HashMap<>();
    private long lastTime;
    private KeyList last;

    /** Takes a key that has been selected. */
    interface Action {

        /** When the key has to be looked at again, or {@link KeyTotals#NONE}. */
        long onSelected() throws Exception;
    }

    DueKeys(KeyedState state, Timers timers, Timer.Domain domain) {
        this.state = state;
        this.timers = timers;
        this.domain = domain;
    }

    /** The selected key waits for a time. */
    void add(long time, Object key, int hash) {
        list(time).add(key, hash);
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

    /** Takes some of the keys that wait for a time, in the order in which they came; the rest gets a timer of its own. */
    void take(Timer timer, Action action) throws Exception {
        KeyList waiting = byTime.get(timer.timestamp());
        if (waiting == null) {
            return;
        }
        Batch keys = waiting.take(KEYS_MAX);
        KeyLane lane = keys.keys();
        state.enter(keys);
        for (int row = 0; row < keys.size(); row++) {
            state.at(row);
            long next = action.onSelected();
            if (next != KeyTotals.NONE) {
                list(next).add(lane, row);
            }
        }
        if (waiting.isEmpty()) {
            byTime.remove(timer.timestamp());
            last = null;
        } else {
            state.useKey(timer.key());
            timers.register(domain, null, timer.timestamp());
        }
    }
}
