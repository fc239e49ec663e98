package dev.millrace.core.type.codec;

/**
 * Keeps objects of one class without objects: each primitive, and each box, is a word in an array of longs, and each other
 * field, which never changes, a reference in an array of objects. State tables keep small records so, and keyed edges send
 * them so. Implementations are generated; jobs share them.
 */
public interface FlatLayout {

    /** The class of the objects. */
    Class<?> valueClass();

    /** How many words an object takes. */
    int words();

    /** How many references an object takes. */
    int references();

    /**
     * Stores the object's fields.
     *
     * @param word where its words begin
     * @param references may be null when an object takes none
     * @param reference where its references begin
     * @return false, with nothing stored, when this object does not fit: it is of another class, or a field declared open
     *     holds another class than the layout's, or null where a word is wanted
     */
    boolean store(Object value, long[] words, int word, Object[] references, int reference);

    /** Whether the object would fit: then nothing that it refers to can change. */
    boolean fits(Object value);

    /** Builds a new object from its fields. */
    Object load(long[] words, int word, Object[] references, int reference);
}
