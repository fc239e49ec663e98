package dev.millrace.core.state;

import dev.millrace.core.time.Timer;

/** The keyed state and the timers of one operator instance. Owned by the operator's thread. */
public interface KeyedStore extends AutoCloseable {

    KeyedState state();

    /** How many keys, and keys with namespaces, have state; those that have just lost theirs may count too. */
    long rows();

    /** The timers of a domain. */
    TimerTable timers(Timer.Domain domain);

    /** Gives up all values that a key has, of states per key and of those with namespaces. Its timers stay. Selects none. */
    void forget(Object key);

    /**
     * Fixes the state as it is now, in time that does not grow with the state: what is changed afterwards is copied first.
     * Several may be open at a time.
     */
    FrozenState freeze(long checkpointId);

    @Override
    void close();
}
