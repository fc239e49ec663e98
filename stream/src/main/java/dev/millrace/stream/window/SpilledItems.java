package dev.millrace.stream.window;

import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.NamespacedState;
import java.util.ArrayList;
import java.util.List;

/** The records that do not fit into the {@link ItemList} of a window of the selected key. */
final class SpilledItems<T> {

    private static final String NAME = "window items";

    private final NamespacedState<Object> windows;
    private final ListState<T> items;

    SpilledItems(KeyedState state) {
        windows = state.namespaced(NAME);
        items = windows.list(new ListStateDescriptor<>(NAME));
    }

    /**
     * Keeps a record.
     *
     * @param window what the window is known by
     */
    void add(Object window, T value) throws Exception {
        windows.use(window);
        items.add(value);
    }

    /** All records of a window that is over, in the order in which they came; those kept here are given up. */
    @SuppressWarnings("unchecked") // items are records
    List<T> take(Object window, ItemList first) throws Exception {
        List<T> taken = (List<T>) first.items();
        if (first.isSpilled()) {
            taken = new ArrayList<>(taken);
            windows.use(window);
            items.get().forEach(taken::add);
            items.clear();
        }
        return taken;
    }
}
