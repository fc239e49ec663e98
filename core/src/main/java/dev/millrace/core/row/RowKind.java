package dev.millrace.core.row;

import dev.millrace.core.ModelApi;

/** What a row does to the table it changes. */
@ModelApi
public enum RowKind {
    /** Adds a row. */
    INSERT("+I"),
    /** Takes back the earlier content of a row that is updated. */
    UPDATE_BEFORE("-U"),
    /** Gives the new content of a row that is updated. */
    UPDATE_AFTER("+U"),
    /** Removes a row. */
    DELETE("-D");

    private static final RowKind[] KINDS = values();

    private final String shortString;

    RowKind(String shortString) {
        this.shortString = shortString;
    }

    /** Two chars: {@code +I}, {@code -U}, {@code +U} or {@code -D}. */
    public String shortString() {
        return shortString;
    }

    /** The kind as a number; the same for ever. */
    public byte toByteValue() {
        return (byte) ordinal();
    }

    /** The kind of a number. */
    public static RowKind fromByteValue(byte value) {
        if (value < 0 || value >= KINDS.length) {
            throw new IllegalArgumentException("No row kind has the number " + value);
        }
        return KINDS[value];
    }
}
