package dev.millrace.state.heap;

import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeSystem;
import java.util.Arrays;

/**
 * The timers of one domain: a table per key group, which snapshots see, and beside it a queue. As a key's group follows from
 * the upper bits of its hash, taking the lowest group first among equal timestamps continues the order within groups.
 */
final class HeapTimers implements TimerTable {

    private final Timer.Domain domain;
    private final Selection selection;
    private final GroupLookup groups;
    private final TypeSystem types;
    private final TimerIdentity identity;
    private final Table[] tables;
    private final TimerQueue[] queues;

    /** Per key group the earliest timestamp. */
    private final long[] earliestOf;

    private long earliest = Long.MAX_VALUE;
    private int earliestPlace;

    HeapTimers(
            Timer.Domain domain,
            Selection selection,
            GroupLookup groups,
            TypeSystem types,
            Versions versions,
            Values identities) {
        this.domain = domain;
        this.selection = selection;
        this.groups = groups;
        this.types = types;
        this.identity = new TimerIdentity(types);
        int count = groups.owned().size();
        this.tables = new Table[count];
        this.queues = new TimerQueue[count];
        this.earliestOf = new long[count];
        Arrays.fill(earliestOf, Long.MAX_VALUE);
        TimerOrder order = new TimerOrder(types);
        for (int place = 0; place < count; place++) {
            tables[place] = Table.alone(versions, groups.owned().first() + place, identities, identity, 3);
            queues[place] = new TimerQueue(tables[place], order);
        }
    }

    @Override
    public boolean add(Object namespace, long timestamp) {
        int keyHash = selection.hash();
        selection.aim(identity.key());
        return add(groups.place(keyHash), keyHash, namespace, timestamp);
    }

    /** Adds a timer that a snapshot holds. */
    void restore(int place, Object key, Object namespace, long timestamp) {
        identity.key().set(key);
        add(place, types.hash(key), namespace, timestamp);
    }

    private boolean add(int place, int keyHash, Object namespace, long timestamp) {
        int hash = identity.set(keyHash, namespace, timestamp);
        Table table = tables[place];
        if (table.find(hash) >= 0) {
            return false;
        }
        queues[place].add(timestamp, keyHash, table.insert(hash));
        earliestOf[place] = queues[place].earliest();
        boolean sooner = timestamp < earliest;
        if (sooner || timestamp == earliest && place < earliestPlace) {
            earliest = timestamp;
            earliestPlace = place;
        }
        return sooner;
    }

    @Override
    public void remove(Object namespace, long timestamp) {
        int keyHash = selection.hash();
        int place = groups.place(keyHash);
        selection.aim(identity.key());
        int hash = identity.set(keyHash, namespace, timestamp);
        int row = tables[place].find(hash);
        if (row >= 0) {
            remove(place, row, hash);
        }
    }

    private void remove(int place, int row, int hash) {
        queues[place].remove(row);
        tables[place].remove(row, hash);
        earliestOf[place] = queues[place].earliest();
        if (place == earliestPlace && earliestOf[place] != earliest) {
            findEarliest();
        }
    }

    private void findEarliest() {
        earliest = Long.MAX_VALUE;
        for (int place = 0; place < earliestOf.length; place++) {
            if (earliestOf[place] < earliest) {
                earliest = earliestOf[place];
                earliestPlace = place;
            }
        }
    }

    /** Looks for a timer at the last timestamp of all, which looks like none. */
    private boolean findTimerAtEndOfTime() {
        for (int place = 0; place < queues.length; place++) {
            if (!queues[place].isEmpty()) {
                earliestPlace = place;
                return true;
            }
        }
        return false;
    }

    @Override
    public long earliest() {
        return earliest;
    }

    @Override
    public long size() {
        long size = 0;
        for (Table table : tables) {
            size += table.size();
        }
        return size;
    }

    @Override
    public Timer poll(long timestamp) {
        if (earliest > timestamp || queues[earliestPlace].isEmpty() && !findTimerAtEndOfTime()) {
            return null;
        }
        int place = earliestPlace;
        Table table = tables[place];
        int row = queues[place].first();
        Object key = table.id(TimerIdentity.KEY).get(row);
        Object namespace = NullValue.unwrap(table.id(TimerIdentity.NAMESPACE).get(row));
        Timer timer = new Timer(domain, earliest, types.copy(key), namespace);
        remove(place, row, identity.hash(table, row));
        return timer;
    }

    Table table(int place) {
        return tables[place];
    }
}
