package dev.millrace.state.heap;

/** What the pages of a column are made of. */
interface PageFormat {

    /** A page without values. */
    Object empty();

    /** A page with the same values, to be changed apart. */
    Object copy(Object page);

    /** About the room that a page takes. */
    int bytes();
}
