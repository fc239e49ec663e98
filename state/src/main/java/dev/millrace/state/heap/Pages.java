package dev.millrace.state.heap;

import java.util.Arrays;

/**
 * The pages of one column in one key group, each of {@value #ROWS} rows, made when first written. A page, and the array of
 * pages, is copied before it is changed while an unwritten snapshot has it too.
 */
final class Pages {

    /** Measured: smaller pages cost more references per row, larger ones more copying after a snapshot. */
    static final int ROWS = 256;

    static final int SHIFT = 8;
    static final int MASK = ROWS - 1;

    /** The stamp of what belongs to all snapshots. */
    static final int NEVER = -1;

    private final Versions versions;
    private final int group;
    private final PageFormat format;
    private Object[] pages = new Object[1];
    private int[] stamps = {NEVER};
    private int arrayStamp;
    /** The page of the first rows once more, and its stamp: small tables have no other. */
    private Object first;

    private int firstStamp = NEVER;

    Pages(Versions versions, int group, PageFormat format) {
        this.versions = versions;
        this.group = group;
        this.format = format;
        this.arrayStamp = versions.current();
    }

    /** The page of a row, to be read only, or null when nothing has been written there. */
    Object toRead(int row) {
        int page = row >>> SHIFT;
        if (page == 0) {
            return first;
        }
        return page < pages.length ? pages[page] : null;
    }

    /** The page of a row, which may be changed until the next snapshot. */
    Object toWrite(int row) {
        int page = row >>> SHIFT;
        if (page == 0) {
            return firstStamp == versions.current() ? first : own(0);
        }
        return page < stamps.length && stamps[page] == versions.current() ? pages[page] : own(page);
    }

    private Object own(int page) {
        ownArray(page);
        Object found = pages[page];
        if (found == null) {
            pages[page] = format.empty();
            versions.reserve(format.bytes());
        } else if (versions.shared(stamps[page], group)) {
            pages[page] = format.copy(found);
            versions.copied(format.bytes());
        }
        stamps[page] = versions.current();
        if (page == 0) {
            first = pages[0];
            firstStamp = stamps[0];
        }
        return pages[page];
    }

    private void ownArray(int page) {
        if (page >= pages.length) {
            int length = Math.max(page + 1, pages.length * 2);
            pages = Arrays.copyOf(pages, length);
            int known = stamps.length;
            stamps = Arrays.copyOf(stamps, length);
            Arrays.fill(stamps, known, length, NEVER);
        } else if (arrayStamp != versions.current() && versions.shared(arrayStamp, group)) {
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

    /** Gives the charged room back when the column is replaced. */
    void release() {
        for (Object page : pages) {
            if (page != null) {
                versions.release(format.bytes());
            }
        }
    }
}
