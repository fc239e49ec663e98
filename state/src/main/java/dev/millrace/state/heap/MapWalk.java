package dev.millrace.state.heap;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * Walks the entries of one map while its key is selected. Entries put meanwhile are seen, entries removed meanwhile are
 * passed over.
 */
final class MapWalk<R> implements Iterator<R> {

    private final MapColumn maps;
    private final int map;
    private final IntFunction<R> form;
    private final Runnable removed;
    private int last = Table.ABSENT;
    private boolean started;

    /**
     * @param maps the maps, or null to walk over nothing
     * @param removed called when an entry has been removed
     */
    MapWalk(MapColumn maps, int map, IntFunction<R> form, Runnable removed) {
        this.maps = maps;
        this.map = map;
        this.form = form;
        this.removed = removed;
    }

    @Override
    public boolean hasNext() {
        return maps != null && following() >= 0;
    }

    @Override
    public R next() {
        int entry = maps == null ? Table.ABSENT : following();
        if (entry < 0) {
            throw new NoSuchElementException("the map has no further entry");
        }
        started = true;
        last = entry;
        return form.apply(entry);
    }

    @Override
    public void remove() {
        if (last < 0 || !maps.values().has(last)) {
            throw new IllegalStateException("there is no entry to remove: call next() first, and remove() once");
        }
        maps.remove(map, last);
        removed.run();
    }

    private int following() {
        int entry = started ? maps.next(last) : maps.first(map);
        while (entry >= 0 && !maps.values().has(entry)) {
            entry = maps.next(entry);
        }
        return entry;
    }
}
