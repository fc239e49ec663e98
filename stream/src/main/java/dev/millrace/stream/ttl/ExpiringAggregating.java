package dev.millrace.stream.ttl;

import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.LongCell;

/** An accumulator that lives for a time. */
final class ExpiringAggregating<I, O> implements AggregatingState<I, O> {

    private final AggregatingState<I, O> state;
    private final Moment moment;

    ExpiringAggregating(AggregatingState<I, O> state, LongCell lastUse, Lives lives) {
        this.state = state;
        this.moment = new Moment(lastUse, lives, state::clear);
    }

    Moment moment() {
        return moment;
    }

    @Override
    public O get() throws Exception {
        moment.sweep();
        O value = state.get();
        if (moment.readIsOver(value != null)) {
            state.clear();
            return moment.showsExpired() ? value : null;
        }
        return value;
    }

    @Override
    public void add(I value) throws Exception {
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
