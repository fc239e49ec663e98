package dev.millrace.testkit.law;

import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Timer;
import dev.millrace.testkit.world.World;
import java.util.ServiceLoader;

/**
 * A store of keyed state of whose snapshots some are written twice, at the barrier and in the background: what was written
 * later, while the operator went on, must be what the state was at the barrier.
 */
final class LawfulStore implements KeyedStore {
    static final String PREFIX = "lawful-";
    /** One snapshot in so many is compared. */
    private static final int COMPARED_OF = 4;

    private final KeyedStore store;
    private final String operator;

    private LawfulStore(KeyedStore store, String operator) {
        this.store = store;
        this.operator = operator;
    }

    /** Opens the store whose name comes after the prefix. */
    static KeyedStore open(String lawful, StateSpec spec) throws Exception {
        for (StateBackend backend : ServiceLoader.load(StateBackend.class, StateBackend.class.getClassLoader())) {
            if (lawful.equals(PREFIX + backend.name())) {
                return new LawfulStore(backend.open(spec), spec.operator());
            }
        }
        throw new IllegalStateException("there is no state backend for '" + lawful + "'");
    }

    @Override
    public KeyedState state() {
        return store.state();
    }

    @Override
    public long rows() {
        return store.rows();
    }

    @Override
    public TimerTable timers(Timer.Domain domain) {
        return store.timers(domain);
    }

    @Override
    public void forget(Object key) {
        store.forget(key);
    }

    @Override
    public FrozenState freeze(long checkpointId) {
        FrozenState frozen = store.freeze(checkpointId);
        return World.current().random().nextInt(COMPARED_OF) == 0
                ? ComparedState.of(frozen, store, operator, checkpointId)
                : frozen;
    }

    @Override
    public void close() {
        store.close();
    }
}
