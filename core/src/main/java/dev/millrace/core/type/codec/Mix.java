package dev.millrace.core.type.codec;

/**
 * The mixing steps of the structural hash: Appleby's MurmurHash3 finalizers behind an odd offset, so that zero mixes too.
 * Changing anything here moves every key of every savepoint.
 */
public final class Mix {

    /** The hash of null inside a composite. */
    public static final int NULL = 0x2A5F3C1D;

    private Mix() {}

    /** Of an int, and of what has been folded into one. */
    public static int of(int value) {
        int h = value + 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    /** Of a long. */
    public static int of(long value) {
        long h = value + 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        return (int) (h ^ h >>> 33);
    }

    /** Of a double by its bits, all NaN alike, 0.0 and -0.0 apart, as {@link Double#equals} has it. */
    public static int of(double value) {
        return of(Double.doubleToLongBits(value));
    }

    /** Of a float by its bits, as {@link Float#equals} has it. */
    public static int of(float value) {
        return of(Float.floatToIntBits(value));
    }

    /** Of a boolean. */
    public static int of(boolean value) {
        return of(value ? 1 : 0);
    }

    /** Of a string by its chars: {@link String#hashCode} is specified by the language, and cached in the string. */
    public static int of(String text) {
        return of(text.hashCode());
    }

    /** Adds one component's hash to a composite that began with its number of components and ends with {@link #of(int)}. */
    public static int and(int composite, int component) {
        return 31 * composite + component;
    }

    /** Of two components. */
    public static int pair(int first, int second) {
        return of(and(and(2, first), second));
    }
}
