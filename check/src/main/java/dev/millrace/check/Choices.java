package dev.millrace.check;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * The tape of choices that makes up one case. While a case is found, choices are thrown with dice and written down; while
 * it is replayed or shrunk, they are read from a tape. 0 is always the simplest choice: a tape that ends early goes on
 * with zeros, a choice above its bound is lowered to the bound. One thread owns it.
 */
public final class Choices {
    private static final int LENGTH_MAX = 1 << 22;

    private final Dice dice;
    private final long[] tape;
    private final int size;
    private long[] made = new long[64];
    private int length;

    private Choices(Dice dice, long[] tape, int size) {
        this.dice = dice;
        this.tape = tape;
        this.size = size;
    }

    /** Choices thrown with the dice; collections have about {@code size} elements at most, unless their bounds say else. */
    static Choices thrown(Dice dice, int size) {
        return new Choices(dice, new long[0], size);
    }

    static Choices replayed(long[] tape) {
        return new Choices(null, tape, 0);
    }

    /** A choice from 0 to {@code max} inclusive, evenly spread; {@code max} is not negative. */
    public long upTo(long max) {
        return choose(max, thrower -> thrower.upTo(max));
    }

    /** A choice from 0 to {@code max} that keeps to the ends, to the small and to powers of two more often than to the rest. */
    long edgeUpTo(long max) {
        return choose(max, thrower -> Math.min(max, edge(thrower, max)));
    }

    /** How many elements a collection should have; a suggestion of the dice, not on the tape, where "one more" stands. */
    int suggestedSize(int min, int max) {
        if (dice == null) {
            return min;
        }
        if (dice.oneIn(16)) {
            return max;
        }
        return dice.oneIn(16) ? min : min + (int) dice.upTo(Math.min(size, max - min));
    }

    /** Whether a collection goes on: yes while below the suggestion, when thrown; what the tape says, when replayed. */
    boolean oneMore(boolean suggested) {
        return choose(1, thrower -> suggested ? 1 : 0) == 1;
    }

    /** What was chosen so far: read with {@link #replayed} it gives the same case. */
    long[] made() {
        return Arrays.copyOf(made, length);
    }

    private long choose(long max, ToLongFunction<Dice> proposal) {
        if (max < 0) {
            throw new IllegalArgumentException(
                    "a choice from 0 to " + max + " is no choice; give a bound of 0 or more");
        }
        long choice;
        if (dice != null) {
            choice = proposal.applyAsLong(dice);
        } else {
            choice = length < tape.length ? Math.min(tape[length], max) : 0;
        }
        record(choice);
        return choice;
    }

    private void record(long choice) {
        if (length == LENGTH_MAX) {
            throw new IllegalStateException("a case made more than " + LENGTH_MAX
                    + " choices; bound the sizes of its collections or its nesting");
        }
        if (length == made.length) {
            made = Arrays.copyOf(made, length * 2);
        }
        made[length++] = choice;
    }

    private static long edge(Dice thrower, long max) {
        int width = Long.SIZE - Long.numberOfLeadingZeros(max);
        return switch ((int) thrower.upTo(7)) {
            case 0 -> thrower.upTo(1);
            case 1 -> max - thrower.upTo(Math.min(1, max));
            case 2 -> (1L << thrower.upTo(Math.max(0, width - 1))) - thrower.upTo(1);
            case 3, 4 -> thrower.bits() >>> (Long.SIZE - 1 - thrower.upTo(Math.max(0, width - 1)));
            default -> thrower.upTo(max);
        };
    }
}
