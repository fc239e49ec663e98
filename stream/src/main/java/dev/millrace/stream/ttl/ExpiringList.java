package dev.millrace.stream.ttl;

import dev.millrace.core.state.ListState;
import dev.millrace.core.state.StateHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** A list whose items live for a time, each for itself; their moments stand in a list beside it. */
final class ExpiringList<T> implements ListState<T> {

    private final ListState<T> list;
    private final ListState<Long> moments;
    private final Lives lives;
    private final Sweep sweep;

    ExpiringList(ListState<T> list, ListState<Long> moments, Lives lives, StateHandles handles, String name) {
        this.list = list;
        this.moments = moments;
        this.lives = lives;
        this.sweep = new Sweep(handles, name, lives.config().getIncrementalCleanupSize(), () -> alive(false));
    }

    @Override
    public Iterable<T> get() throws Exception {
        sweep.step();
        return alive(true);
    }

    /** The items that are seen; takes away what has expired. */
    private List<T> alive(boolean read) throws Exception {
        List<T> seen = new ArrayList<>();
        List<T> kept = new ArrayList<>();
        List<Long> keptMoments = new ArrayList<>();
        boolean changed = false;
        Iterable<Long> allMoments = moments.get();
        Iterator<Long> moment = allMoments == null ? Collections.emptyIterator() : allMoments.iterator();
        Iterable<T> all = list.get();
        for (T item : all == null ? List.<T>of() : all) {
            long last = moment.hasNext() ? moment.next() : Lives.UNKNOWN;
            boolean over = lives.isOver(last);
            boolean anew = !over && read && lives.beginsAnew(last);
            changed |= over || anew;
            if (!over) {
                kept.add(item);
                keptMoments.add(anew ? lives.now() : last);
            }
            if (!over || lives.showsExpired()) {
                seen.add(item);
            }
        }
        if (changed) {
            list.update(kept);
            moments.update(keptMoments);
        }
        return seen;
    }

    @Override
    public void add(T value) throws Exception {
        addAll(Collections.singletonList(value));
    }

    @Override
    public void addAll(List<T> values) throws Exception {
        sweep.step();
        list.addAll(values);
        moments.addAll(Collections.nCopies(values.size(), lives.now()));
    }

    @Override
    public void update(List<T> values) throws Exception {
        sweep.step();
        list.update(values);
        moments.update(Collections.nCopies(values.size(), lives.now()));
    }

    @Override
    public void clear() {
        list.clear();
        moments.clear();
    }
}
