package dev.millrace.state.heap;

import java.util.Arrays;

/**
 * The numbers of the rows of all tables of a space. A table takes them a page at a time, so that tables share columns, and
 * yet each page belongs to one key group: it is written, and copied on writing, with its group. Owned by the operator's
 * thread.
 */
final class RowPages {

    private static final int[] NONE = {};

    private final Versions versions;
    private final int lastGroup;
    private int[] groups = NONE;
    private int count;

    /** @param lastGroup the highest key group that rows belong to */
    RowPages(Versions versions, int lastGroup) {
        this.versions = versions;
        this.lastGroup = lastGroup;
    }

    Versions versions() {
        return versions;
    }

    /** The number of a new page, for the rows of a key group. */
    int take(int group) {
        if (count == groups.length) {
            groups = Arrays.copyOf(groups, Math.max(4, count * 2));
        }
        groups[count] = group;
        return count++;
    }

    /** Whether something in a page, last made private in version {@code stamp}, belongs to an unwritten snapshot. */
    boolean shared(int stamp, int page) {
        return versions.shared(stamp, groups[page]);
    }

    /** Whether something that is of all pages belongs to an unwritten snapshot. */
    boolean sharedByAll(int stamp) {
        return versions.shared(stamp, lastGroup);
    }
}
