package dev.millrace.state.heap;

import dev.millrace.core.code.Aside;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * The pages of one column, each of {@value #ROWS} rows, made when first written. A page, and the array of pages, is copied
 * before it is changed while an unwritten snapshot has it too.
 */
final class Pages {

    /** Measured: smaller pages cost more references per row, larger ones more copying after a snapshot. */
    static final int ROWS = 256;

    static final int SHIFT = 8;
    static final int MASK = ROWS - 1;

    /** The stamp of what belongs to all snapshots. */
    static final int NEVER = -1;

    private static final Aside OWN = Aside.to(MethodHandles.lookup(), Pages.class, "own");

    private final Versions versions;
    private final RowPages rows;
    private final PageFormat format;
    private Object[] pages = new Object[1];
    private int[] stamps = {NEVER};
    private int arrayStamp;

    Pages(RowPages rows, PageFormat format) {
        this.versions = rows.versions();
        this.rows = rows;
        this.format = format;
        this.arrayStamp = versions.current();
    }

    /** The page of a row, to be read only, or null when nothing has been written there. */
    Object toRead(int row) {
        return frozen(pages, row);
    }

    /** The page of a row, which may be changed until the next snapshot. */
    Object toWrite(int row) {
        int page = row >>> SHIFT;
        if (page >= stamps.length || stamps[page] != versions.current()) {
            OWN.call(this, page);
        }
        return pages[page];
    }

    /** Makes a page, or one's own copy of it; called {@link Aside}. */
    private void own(int page) {
        ownArray(page);
        Object found = pages[page];
        if (found == null) {
            pages[page] = format.empty();
            versions.reserve(format.bytes());
        } else if (rows.shared(stamps[page], page)) {
            pages[page] = format.copy(found);
            versions.copied(format.bytes());
        }
        stamps[page] = versions.current();
    }

    private void ownArray(int page) {
        if (page >= pages.length) {
            int length = Math.max(page + 1, pages.length * 2);
            pages = Arrays.copyOf(pages, length);
            int known = stamps.length;
            stamps = Arrays.copyOf(stamps, length);
            Arrays.fill(stamps, known, length, NEVER);
        } else if (arrayStamp != versions.current() && rows.sharedByAll(arrayStamp)) {
            pages = pages.clone();
        }
        arrayStamp = versions.current();
    }

    /** The pages as they are; to be called while a snapshot is being marked. */
    Object[] freeze() {
        return pages;
    }

    /** The page of a row among frozen pages, or null. */
    static Object frozen(Object[] pages, int row) {
        int page = row >>> SHIFT;
        return page < pages.length ? pages[page] : null;
    }

    /** Gives a page up, and the charged room back. */
    void drop(int page) {
        if (page < pages.length && pages[page] != null) {
            ownArray(page);
            pages[page] = null;
            stamps[page] = NEVER;
            versions.release(format.bytes());
        }
    }
}
