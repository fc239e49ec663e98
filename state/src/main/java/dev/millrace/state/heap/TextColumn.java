package dev.millrace.state.heap;

import java.nio.charset.StandardCharsets;

/**
 * Texts that rows are found by, as their characters: a short one lies in two words, so that it is compared without its
 * object, which lies wherever it was made. A text of more characters than fit, or of others than the first 256 of Unicode,
 * stands as a reference beside them. What is read is a new object each time.
 */
final class TextColumn implements ValueColumn {

    /** So many characters lie in each word; in the lowest byte of the first stands their number in all, plus 1. */
    private static final int HALF = Long.BYTES - 1;

    static final int CHARACTERS_MAX = 2 * HALF;

    /** In place of the words of a text that stands as a reference. */
    private static final long ELSEWHERE = 0xff;

    /** In place of characters that do not lie in a byte each. */
    private static final long WIDE = -1;

    private static final PageFormat FORMAT = new PageFormat() {
        @Override
        public Object empty() {
            return new long[2 * Pages.ROWS];
        }

        @Override
        public Object copy(Object page) {
            return ((long[]) page).clone();
        }

        @Override
        public int bytes() {
            return 2 * Pages.ROWS * Long.BYTES + 16;
        }
    };

    private final Pages pages;
    private final ObjectColumn references;

    TextColumn(Values values, RowPages rows) {
        this.pages = new Pages(rows, FORMAT);
        this.references = new ObjectColumn(values, rows);
    }

    private static int word(int row) {
        return (row & Pages.MASK) * 2;
    }

    static boolean has(long[] page, int row) {
        return page != null && page[word(row)] != 0;
    }

    /** The text of a row that has one, or null when it stands as a reference. */
    static String text(long[] page, int row) {
        long first = page[word(row)];
        if (first == ELSEWHERE) {
            return null;
        }
        byte[] characters = new byte[(int) (first & 0xff) - 1];
        long word = first >>> Byte.SIZE;
        for (int i = 0; i < characters.length; i++) {
            if (i == HALF) {
                word = page[word(row) + 1];
            }
            characters[i] = (byte) word;
            word >>>= Byte.SIZE;
        }
        return new String(characters, StandardCharsets.ISO_8859_1);
    }

    /** Whether the text of a row that has one is this. */
    boolean holds(int row, String text) {
        long[] page = (long[]) pages.toRead(row);
        long first = page[word(row)];
        if (first == ELSEWHERE) {
            return references.get(row).equals(text);
        }
        return (first & 0xff) == text.length() + 1
                && first >>> Byte.SIZE == packed(text, 0)
                && page[word(row) + 1] == packed(text, HALF);
    }

    @Override
    public boolean has(int row) {
        return has((long[]) pages.toRead(row), row);
    }

    @Override
    public Object get(int row) {
        long[] page = (long[]) pages.toRead(row);
        if (!has(page, row)) {
            return null;
        }
        String text = text(page, row);
        return text == null ? references.get(row) : text;
    }

    @Override
    public long touch(int row) {
        long[] page = (long[]) pages.toRead(row);
        if (page == null) {
            return 0;
        }
        long first = page[word(row)];
        return first == ELSEWHERE ? references.touch(row) : first ^ page[word(row) + 1];
    }

    @Override
    public Object edit(int row) {
        return get(row);
    }

    @Override
    public Object handOut(int row) {
        return get(row);
    }

    @Override
    public boolean set(int row, Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        long first = packed(text, 0);
        long second = packed(text, HALF);
        boolean fits = text.length() <= CHARACTERS_MAX && first != WIDE && second != WIDE;
        if (fits) {
            references.clear(row);
        } else {
            references.set(row, text);
        }
        long[] page = (long[]) pages.toWrite(row);
        page[word(row)] = fits ? first << Byte.SIZE | text.length() + 1 : ELSEWHERE;
        page[word(row) + 1] = fits ? second : 0;
        return true;
    }

    /** The characters of a text from a place on, as many as a word holds, or {@link #WIDE}. */
    private static long packed(String text, int from) {
        long word = 0;
        int all = 0;
        for (int i = Math.min(from + HALF, text.length()) - 1; i >= from; i--) {
            char character = text.charAt(i);
            word = word << Byte.SIZE | character;
            all |= character;
        }
        return all <= 0xff ? word : WIDE;
    }

    @Override
    public void clear(int row) {
        if (has(row)) {
            ((long[]) pages.toWrite(row))[word(row)] = 0;
            references.clear(row);
        }
    }

    @Override
    public FrozenColumn.Texts freeze() {
        return new FrozenColumn.Texts(pages.freeze(), references.freeze());
    }

    @Override
    public Object form() {
        return TextColumn.class;
    }

    @Override
    public void drop(int page) {
        pages.drop(page);
        references.drop(page);
    }
}
