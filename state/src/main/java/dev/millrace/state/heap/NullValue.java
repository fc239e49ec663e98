package dev.millrace.state.heap;

/** Stands for null where a place without a value would be mistaken for it. */
enum NullValue {
    NULL;

    static Object wrap(Object value) {
        return value == null ? NULL : value;
    }

    static Object unwrap(Object value) {
        return value == NULL ? null : value;
    }
}
