package dev.millrace.state.heap;

import dev.millrace.core.type.codec.FlatLayout;

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

    /** Pages of fields; those of references are null when there are none. */
    record Flat(FlatLayout layout, Object[] words, Object[] references) implements FrozenColumn {

        @Override
        public boolean has(int row) {
            return FlatFormat.has((long[]) Pages.frozen(words, row), row);
        }

        Object get(int row) {
            int page = row >>> Pages.SHIFT;
            Object[] referred = references == null ? null : (Object[]) references[page];
            return FlatFormat.load(layout, (long[]) words[page], referred, row);
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
