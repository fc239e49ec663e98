package dev.millrace.verification.model;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what it is given, how often its window has fired, and aside how often its key has.
 *
 * @param <T> a fact, or what was made of some
 */
final class Shows<T, W extends Window> extends ProcessWindowFunction<T, String, String, W> {
    static final OutputTag<String> FIRINGS = new OutputTag<>("firings") {};

    private static final long serialVersionUID = 1;
    private static final ValueStateDescriptor<Integer> FIRED = new ValueStateDescriptor<>("fired", Integer.class, 0);

    private final boolean merging;

    /**
     * @param merging whether windows have no state of their own, and records no order
     */
    Shows(boolean merging) {
        this.merging = merging;
    }

    @Override
    public void process(String key, Context context, Iterable<T> values, Collector<String> out) throws Exception {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        if (merging) {
            texts.sort(null);
        }
        String fired = merging ? "" : " fired " + count(context.windowState().getState(FIRED));
        out.collect(key + " " + texts + fired);
        context.output(FIRINGS, key + " fires " + count(context.globalState().getState(FIRED)));
    }

    private static int count(ValueState<Integer> state) throws Exception {
        state.update(state.value() + 1);
        return state.value();
    }

    @Override
    public void clear(Context context) throws Exception {
        if (!merging) {
            context.windowState().getState(FIRED).clear();
        }
    }
}
