package dev.millrace.stream.window;

import dev.millrace.core.operator.Timers;
import dev.millrace.core.time.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys at whose windows something is to happen, by time. The first key of a time registers the only timer for all of
 * them, so a key that waits costs a place in a list. The lists follow from the state of the keys and are no part of
 * snapshots. Owned by the task's thread.
 */
final class DueKeys {

    /** How many keys are taken at once, before records and barriers get their turn. */
    private static final int KEYS_MAX = 128;

    private final Timers timers;
    private final Timer.Domain domain;
    private final Map<Long, Waiting> byTime = new HashMap<>();
    private long lastTime;
    private Waiting last;

    /** Takes a key. */
    interface Action {
        void on(Object key) throws Exception;
    }

    private static final class Waiting {
        private final List<Object> keys = new ArrayList<>();
        private int taken;
    }

    DueKeys(Timers timers, Timer.Domain domain) {
        this.timers = timers;
        this.domain = domain;
    }

    /** The selected key waits for a time. */
    void add(long time, Object key) {
        if (last == null || time != lastTime) {
            lastTime = time;
            last = byTime.get(time);
            if (last == null) {
                last = new Waiting();
                byTime.put(time, last);
                timers.register(domain, null, time);
            }
        }
        last.keys.add(key);
    }

    /** Takes some of the keys that wait for a time, in the order in which they came; true when there are more. */
    boolean take(long time, Action action) throws Exception {
        Waiting waiting = byTime.get(time);
        if (waiting == null) {
            return false;
        }
        for (int left = KEYS_MAX; left > 0 && waiting.taken < waiting.keys.size(); left--) {
            action.on(waiting.keys.set(waiting.taken++, null));
        }
        if (waiting.taken < waiting.keys.size()) {
            return true;
        }
        byTime.remove(time);
        last = null;
        return false;
    }
}
