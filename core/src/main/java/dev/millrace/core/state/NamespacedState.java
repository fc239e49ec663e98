package dev.millrace.core.state;

/**
 * States per key and namespace. The key is the one selected in the {@link KeyedState} that this belongs to.
 *
 * @param <N> the namespaces; of an immutable, serializable type with a structural hash
 */
public interface NamespacedState<N> extends StateHandles {

    /** Selects a namespace, until another is selected; a change of the key does not change it. */
    void use(N namespace);
}
