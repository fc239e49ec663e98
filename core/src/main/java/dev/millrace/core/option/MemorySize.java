package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Locale;

/** A number of bytes, written {@code 64mb}. Units are powers of 1024. */
@ModelApi
public final class MemorySize implements Serializable, Comparable<MemorySize> {

    public static final MemorySize ZERO = new MemorySize(0);

    private final long bytes;

    /**
     * @param bytes not negative
     */
    public MemorySize(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a memory size cannot be negative: " + bytes);
        }
        this.bytes = bytes;
    }

    public static MemorySize ofMebiBytes(long mebiBytes) {
        return new MemorySize(Math.multiplyExact(mebiBytes, 1L << 20));
    }

    /** Reads a number and a unit ({@code b}, {@code kb}, {@code mb}, {@code gb}, {@code tb}); without a unit, bytes. */
    public static MemorySize parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < trimmed.length() && Character.isDigit(trimmed.charAt(digits))) {
            digits++;
        }
        if (digits == 0) {
            throw new IllegalArgumentException("'" + text + "' is not a memory size; write 64mb or 4 gb");
        }
        int shift = switch (trimmed.substring(digits).trim()) {
            case "", "b", "bytes" -> 0;
            case "k", "kb", "kibibytes" -> 10;
            case "m", "mb", "mebibytes" -> 20;
            case "g", "gb", "gibibytes" -> 30;
            case "t", "tb", "tebibytes" -> 40;
            default ->
                throw new IllegalArgumentException("'" + text + "' has no known unit; write b, kb, mb, gb or tb");
        };
        return new MemorySize(Math.multiplyExact(Long.parseLong(trimmed.substring(0, digits)), 1L << shift));
    }

    /** Reads a size as bytes. */
    public static long parseBytes(String text) {
        return parse(text).bytes;
    }

    public long getBytes() {
        return bytes;
    }

    public long getKibiBytes() {
        return bytes >> 10;
    }

    public int getMebiBytes() {
        return (int) (bytes >> 20);
    }

    public long getGibiBytes() {
        return bytes >> 30;
    }

    public MemorySize add(MemorySize other) {
        return new MemorySize(Math.addExact(bytes, other.bytes));
    }

    public MemorySize subtract(MemorySize other) {
        return new MemorySize(bytes - other.bytes);
    }

    public MemorySize multiply(double factor) {
        return new MemorySize((long) (bytes * factor));
    }

    public MemorySize divide(long by) {
        return new MemorySize(bytes / by);
    }

    @Override
    public int compareTo(MemorySize other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemorySize that && that.bytes == bytes;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bytes);
    }

    @Override
    public String toString() {
        String[] units = {"b", "kb", "mb", "gb", "tb"};
        int unit = 0;
        long amount = bytes;
        while (unit < 4 && amount >= 1024 && amount % 1024 == 0) {
            amount >>= 10;
            unit++;
        }
        return amount + units[unit];
    }
}
