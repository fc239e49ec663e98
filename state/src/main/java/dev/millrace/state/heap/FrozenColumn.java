package dev.millrace.state.heap;

/** A column as it was at one moment; read by the writing thread, changed by nobody. */
sealed interface FrozenColumn {

    boolean has(int row);

    /** Pages of primitives. */
    record Longs(Primitive kind, Object[] pages) implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return LongColumn.has((long[]) Pages.frozen(pages, row), row);
        }

        long get(int row) {
            return LongColumn.value((long[]) pages[row >>> Pages.SHIFT], row);
        }
    }

    /** Pages of characters, and the texts that are too long for them. */
    record Texts(Object[] pages, Objects references) implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return TextColumn.has((long[]) Pages.frozen(pages, row), row);
        }

        Object get(int row) {
            String text = TextColumn.text((long[]) pages[row >>> Pages.SHIFT], row);
            return text == null ? references.get(row) : text;
        }
    }

    /** Pages of references. */
    record Objects(Object[] pages) implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return get(row) != null;
        }

        Object get(int row) {
            Object[] page = (Object[]) Pages.frozen(pages, row);
            return page == null ? null : page[row & Pages.MASK];
        }
    }

    /** Pages of fields. */
    record Flat(FlatFormat format, Object[] pages) implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return format.has((FlatFormat.Page) Pages.frozen(pages, row), row);
        }

        Object get(int row) {
            return format.load((FlatFormat.Page) pages[row >>> Pages.SHIFT], row);
        }
    }

    /** The maps of a group: where each begins, and the entries. */
    record Maps(Longs heads, Longs links, Table.Frozen entries) implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return heads.has(row);
        }

        /** The first entry of a map that has entries. */
        int first(int map) {
            return MapColumn.upper(heads.get(map));
        }

        /** The entry after this one, or {@link Table#ABSENT}. */
        int next(int entry) {
            return (int) links.get(entry);
        }
    }

    /** What the program has not asked for, as it was read. */
    record Stored(StoredColumn column) implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return column.has(row);
        }
    }

    /** No values at all. */
    record None() implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return false;
        }
    }
}
