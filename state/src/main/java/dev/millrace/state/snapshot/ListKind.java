package dev.millrace.state.snapshot;

/** How the items of an operator's list are dealt out at a restore. */
public enum ListKind {
    /** Each item goes to one instance. */
    LIST,
    /** Each instance gets all items of all instances. */
    UNION,
    /** Each instance gets the items of one instance, because all have the same. */
    BROADCAST
}
