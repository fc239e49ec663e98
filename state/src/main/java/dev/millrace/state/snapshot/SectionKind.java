package dev.millrace.state.snapshot;

/** What a section of a part file holds; the order is part of the file format. */
enum SectionKind {
    /** What a store of keyed state wrote ahead of its key groups. */
    KEYED_HEADER,
    /** One key group. */
    KEY_GROUP,
    /** The lists of an operator. */
    LISTS
}
