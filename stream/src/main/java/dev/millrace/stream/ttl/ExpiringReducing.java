package dev.millrace.stream.ttl;

import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.ReducingState;

/** A value that others are reduced into, which lives for a time. */
final class ExpiringReducing<T> implements ReducingState<T> {

    private final ReducingState<T> state;
    private final Moment moment;

    ExpiringReducing(ReducingState<T> state, LongCell lastUse, Lives lives) {
        this.state = state;
        this.moment = new Moment(lastUse, lives, state::clear);
    }

    Moment moment() {
        return moment;
    }

    @Override
    public T get() throws Exception {
        moment.sweep();
        T value = state.get();
        if (moment.readIsOver(value != null)) {
            state.clear();
            return moment.showsExpired() ? value : null;
        }
        return value;
    }

    @Override
    public void add(T value) throws Exception {
        moment.sweep();
        if (moment.isOver()) {
            state.clear();
        }
        state.add(value);
        moment.written(true);
    }

    @Override
    public void clear() {
        state.clear();
        moment.cleared();
    }
}
