package dev.millrace.core.state;

/** A kind of store for keyed state, found by {@link java.util.ServiceLoader}. */
public interface StateBackend {

    /** The name by which a job chooses it. */
    String name();

    /** Opens the state of one operator instance, with what {@code spec} says to restore already in it. */
    KeyedStore open(StateSpec spec) throws Exception;
}
