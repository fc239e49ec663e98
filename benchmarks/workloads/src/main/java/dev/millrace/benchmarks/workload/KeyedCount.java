package dev.millrace.benchmarks.workload;

import java.io.Serializable;

/**
 * Running totals per key, one result for every input. What a record adds follows from its key alone, so the results are the
 * same in whatever order the records of two sources meet.
 */
public final class KeyedCount {
    private KeyedCount() {}

    /** The key of a record, from 0 to {@code keys} − 1. */
    public static long key(long number, int keys) {
        return Mix.below(Mix.of(number), keys);
    }

    /** What a record of the key adds to its sum. */
    public static long amount(long key) {
        return (key & 0xff) + 1;
    }

    public static long check(long key, long count, long sum) {
        return Mix.hash(key, count, sum);
    }

    /** What one record of the other kind says: the same stream with text for keys. */
    public record Payment(String account, long amount) implements Serializable {}

    /** The state of an account. */
    public record Totals(long count, long sum, long largest) implements Serializable {
        public static final Totals NONE = new Totals(0, 0, 0);

        public Totals plus(long amount) {
            return new Totals(count + 1, sum + amount, Math.max(largest, amount));
        }
    }

    /** What is known of an account after a payment. */
    public record Balance(String account, Totals totals) implements Serializable {}

    /** A payment; its text is made afresh, as if it had been read from somewhere. */
    public static Payment payment(long number, int keys) {
        long key = key(number, keys);
        return new Payment("account-" + key, amount(key));
    }

    public static long check(String account, long count, long sum, long largest) {
        return Mix.hash(account.hashCode(), count, sum, largest);
    }

    public static long check(Balance balance) {
        Totals totals = balance.totals();
        return check(balance.account(), totals.count(), totals.sum(), totals.largest());
    }
}
