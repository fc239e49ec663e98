package dev.millrace.core.type.generate;

import java.util.List;

/**
 * How the objects of one class are made and what fields they have.
 *
 * @param immutable whether objects are deeply immutable
 * @param fixed whether all fields are final, so that an object of immutable values may be shared
 * @param noKey why objects cannot be keys; null when they can
 * @param tag the fixed tag of a built-in class of ours, or 0
 * @param fields those of the superclasses first; for records in the order of the components, otherwise by name in each class
 */
public record ObjectPlan(
        Class<?> valueClass,
        Creation creation,
        boolean immutable,
        boolean fixed,
        String noKey,
        int tag,
        List<FieldPlan> fields) {

    public ObjectPlan {
        fields = List.copyOf(fields);
    }

    /** How an object comes to be. */
    public enum Creation {
        /** By the canonical constructor of a record. */
        RECORD,
        /** By the constructor without arguments, then field by field. */
        CONSTRUCTOR,
        /** Without a constructor, then field by field. */
        ALLOCATE
    }
}
