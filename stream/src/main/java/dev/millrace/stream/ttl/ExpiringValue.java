package dev.millrace.stream.ttl;

import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.ValueState;
import java.io.IOException;

/** A value that lives for a time. */
final class ExpiringValue<T> implements ValueState<T> {

    private final ValueState<T> state;
    private final Moment moment;

    ExpiringValue(ValueState<T> state, LongCell lastUse, Lives lives) {
        this.state = state;
        this.moment = new Moment(lastUse, lives, state::clear);
    }

    Moment moment() {
        return moment;
    }

    @Override
    public T value() throws IOException {
        moment.sweep();
        T value = state.value();
        if (moment.readIsOver(value != null)) {
            state.clear();
            return moment.showsExpired() ? value : state.value();
        }
        return value;
    }

    @Override
    public void update(T value) throws IOException {
        moment.sweep();
        state.update(value);
        moment.written(value != null);
    }

    @Override
    public void clear() {
        state.clear();
        moment.cleared();
    }
}
