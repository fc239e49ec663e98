package dev.millrace.state.naive;

import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Timer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The timers of one domain, in order. */
final class NaiveTimers implements TimerTable {

    private final Timer.Domain domain;
    private final NaiveStore store;
    private final SortedSet<Entry> entries = new TreeSet<>();

    NaiveTimers(Timer.Domain domain, NaiveStore store) {
        this.domain = domain;
        this.store = store;
    }

    /** A timer with its key and namespace encoded. */
    record Entry(long timestamp, int keyHash, byte[] key, byte[] namespace) implements Comparable<Entry> {

        private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::timestamp)
                .thenComparing(Entry::keyHash, Integer::compareUnsigned)
                .thenComparing(Entry::key, Arrays::compareUnsigned)
                .thenComparing(Entry::namespace, Arrays::compareUnsigned);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry that && compareTo(that) == 0;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(timestamp) ^ keyHash;
        }
    }

    SortedSet<Entry> entries() {
        return entries;
    }

    private Entry entry(Object namespace, long timestamp) {
        Object key = store.state().key();
        return new Entry(
                timestamp,
                store.types().hash(key),
                Coding.key(store.types(), key),
                Coding.key(store.types(), namespace));
    }

    @Override
    public boolean add(Object namespace, long timestamp) {
        boolean sooner = timestamp < earliest();
        entries.add(entry(namespace, timestamp));
        return sooner;
    }

    @Override
    public void remove(Object namespace, long timestamp) {
        entries.remove(entry(namespace, timestamp));
    }

    @Override
    public long earliest() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.first().timestamp;
    }

    @Override
    public long size() {
        return entries.size();
    }

    @Override
    public Timer poll(long timestamp) {
        if (entries.isEmpty() || earliest() > timestamp) {
            return null;
        }
        Entry first = entries.first();
        entries.remove(first);
        return new Timer(
                domain,
                first.timestamp,
                Coding.key(store.types(), first.key),
                Coding.key(store.types(), first.namespace));
    }
}
