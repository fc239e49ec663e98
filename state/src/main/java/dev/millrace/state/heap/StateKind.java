package dev.millrace.state.heap;

/** The kinds of state; the order is part of the snapshot format. */
enum StateKind {
    VALUE,
    LIST,
    MAP,
    REDUCING,
    AGGREGATING,
    LONG_CELL,
    DOUBLE_CELL
}
