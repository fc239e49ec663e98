package dev.millrace.core.element;

/**
 * The keys of a batch beside its records, extracted and hashed once, by the sender. The hash is the structural hash of
 * the type system; key group and table slot both come from it.
 */
public sealed interface KeyLane permits LongKeys, ObjectKeys {

    /** The key of a row; a primitive lane boxes it. */
    Object key(int row);

    /** The structural hash of the key of a row. */
    int hash(int row);
}
