package dev.millrace.state.heap;

import java.util.Arrays;

/**
 * Values as references. A mutable value that an unwritten snapshot has too is copied before user code sees it; one that user
 * code may have kept is copied before the next snapshot is taken.
 */
final class ObjectColumn implements ValueColumn {

    private static final PageFormat FORMAT = new PageFormat() {
        @Override
        public Object empty() {
            return new Object[Pages.ROWS];
        }

        @Override
        public Object copy(Object page) {
            return ((Object[]) page).clone();
        }

        @Override
        public int bytes() {
            return Pages.ROWS * Long.BYTES + 16;
        }
    };

    private final Values values;
    private final RowPages rows;
    private final Pages pages;

    /** Per row the version in which its mutable value became ours alone. */
    private int[] privateSince = {};

    /** A bit per row whose mutable value user code may have kept. */
    private long[] exposed = {};

    ObjectColumn(Values values, RowPages rows) {
        this.values = values;
        this.rows = rows;
        this.pages = new Pages(rows, FORMAT);
    }

    @Override
    public boolean has(int row) {
        return get(row) != null;
    }

    @Override
    public Object get(int row) {
        Object[] page = (Object[]) pages.toRead(row);
        return page == null ? null : page[row & Pages.MASK];
    }

    @Override
    public long touch(int row) {
        Object value = get(row);
        if (value instanceof String text) {
            return text.length(); // is asked of the characters, which are near then too
        }
        return value != null && value.getClass() == ListCell.class ? 1 : 0;
    }

    @Override
    public Object edit(int row) {
        Object value = get(row);
        if (value == null || values.immutable(value)) {
            return value;
        }
        return rows.shared(row < privateSince.length ? privateSince[row] : Pages.NEVER, row >>> Pages.SHIFT)
                ? replaceByCopy(row, value)
                : value;
    }

    @Override
    public Object handOut(int row) {
        Object value = edit(row);
        if (value != null && !values.immutable(value) && !isExposed(row)) {
            expose(row);
        }
        return value;
    }

    private void expose(int row) {
        int word = row >>> 6;
        if (word >= exposed.length) {
            exposed = Arrays.copyOf(exposed, Math.max(word + 1, exposed.length * 2));
        }
        exposed[word] |= 1L << row;
        values.exposures().add(this, row);
    }

    private boolean isExposed(int row) {
        int word = row >>> 6;
        return word < exposed.length && (exposed[word] & 1L << row) != 0;
    }

    /** Takes the value away from whoever may have kept it, by going on with a copy. */
    void detach(int row) {
        if (isExposed(row)) {
            exposed[row >>> 6] &= ~(1L << row);
            Object value = get(row);
            if (value != null && !values.immutable(value)) {
                replaceByCopy(row, value);
            }
        }
    }

    private Object replaceByCopy(int row, Object value) {
        Object copy = values.copy(value);
        set(row, copy);
        return copy;
    }

    @Override
    public boolean set(int row, Object value) {
        ((Object[]) pages.toWrite(row))[row & Pages.MASK] = value;
        if (!values.immutable(value)) {
            if (row >= privateSince.length) {
                privateSince = Arrays.copyOf(privateSince, Math.max(row + 1, privateSince.length * 2));
            }
            privateSince[row] = rows.versions().current();
        }
        return true;
    }

    /** Sets a value that consists of the present one and something new: what was shared remains so. */
    void extend(int row, Object value) {
        ((Object[]) pages.toWrite(row))[row & Pages.MASK] = value;
    }

    @Override
    public void clear(int row) {
        if (has(row)) {
            ((Object[]) pages.toWrite(row))[row & Pages.MASK] = null;
        }
    }

    @Override
    public FrozenColumn.Objects freeze() {
        return new FrozenColumn.Objects(pages.freeze());
    }

    @Override
    public Object form() {
        return ObjectColumn.class;
    }

    @Override
    public void drop(int page) {
        pages.drop(page);
    }
}
