package dev.millrace.stream.ttl;

import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.StateHandles;
import java.util.Collections;
import java.util.Iterator;

/** Takes away what has expired, a few keys with each access, round and round. States of namespaces are not swept. */
final class Sweep {

    /** Takes away what has expired under the selected key. */
    interface Purge {
        void run() throws Exception;
    }

    private final KeyedState keys;
    private final String state;
    private final int keysPerStep;
    private final Purge purge;
    private Iterator<Object> next = Collections.emptyIterator();

    Sweep(StateHandles handles, String state, int keysPerStep, Purge purge) {
        this.keys = keysPerStep > 0 && handles instanceof KeyedState keyed ? keyed : null;
        this.state = state;
        this.keysPerStep = keysPerStep;
        this.purge = purge;
    }

    /** Looks at a few keys; the selected one stays selected. */
    void step() throws Exception {
        if (keys == null) {
            return;
        }
        Object selected = keys.key();
        if (!next.hasNext()) {
            next = keys.keysOf(state);
        }
        for (int left = keysPerStep; left > 0 && next.hasNext(); left--) {
            keys.useKey(next.next());
            purge.run();
        }
        keys.useKey(selected);
    }
}
