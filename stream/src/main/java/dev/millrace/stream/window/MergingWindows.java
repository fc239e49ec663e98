package dev.millrace.stream.window;

import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open windows of the selected key under an assigner whose windows merge. Each keeps the namespace in which its
 * contents lie; a window that others have become goes on with the namespace of one of them.
 */
final class MergingWindows<W extends Window> {

    /** Takes what became one. */
    interface Merged<W> {

        /**
         * @param result the new window
         * @param former the open windows that it takes the place of
         * @param into the namespace of its contents
         * @param from further namespaces whose contents move there
         */
        void on(W result, List<W> former, Object into, List<Object> from) throws Exception;
    }

    private record Merge<W>(Collection<W> parts, W result) {}

    private final MergingWindowAssigner<?, W> assigner;
    private final WindowNames<W> names;
    private final MapState<Object, Object> contentsOf;

    MergingWindows(MergingWindowAssigner<?, W> assigner, WindowNames<W> names, KeyedState state) {
        this.assigner = assigner;
        this.names = names;
        this.contentsOf = state.map(new MapStateDescriptor<>("merging-windows"));
    }

    /** Adds a window; answers the one that it has become part of, or itself. */
    W add(W window, Merged<W> merged) throws Exception {
        Map<W, Object> open = new LinkedHashMap<>();
        for (Map.Entry<Object, Object> entry : contentsOf.entries()) {
            open.put(names.window(entry.getKey()), entry.getValue());
        }
        Set<W> all = new LinkedHashSet<>(open.keySet());
        all.add(window);
        List<Merge<W>> merges = new ArrayList<>();
        assigner.mergeWindows(all, (parts, result) -> merges.add(new Merge<>(parts, result)));
        W home = window;
        boolean alone = true;
        for (Merge<W> merge : merges) {
            boolean takesWindow = merge.parts().contains(window);
            home = takesWindow ? merge.result() : home;
            alone &= !takesWindow;
            List<W> former = merge.parts().stream().filter(open::containsKey).toList();
            if (!former.isEmpty()) {
                apply(merge.result(), former, open, merged);
            }
        }
        if (alone && !open.containsKey(window)) {
            contentsOf.put(names.of(window), names.of(window));
        }
        return home;
    }

    private void apply(W result, List<W> former, Map<W, Object> open, Merged<W> merged) throws Exception {
        List<Object> contents = former.stream().map(open::get).toList();
        for (W window : former) {
            contentsOf.remove(names.of(window));
        }
        contentsOf.put(names.of(result), contents.get(0));
        if (former.size() > 1 || !former.get(0).equals(result)) {
            List<W> replaced =
                    former.stream().filter(window -> !window.equals(result)).toList();
            merged.on(result, replaced, contents.get(0), contents.subList(1, contents.size()));
        }
    }

    /** The namespace of a window's contents, or null when the window is not open. */
    Object contents(W window) throws Exception {
        return contentsOf.get(names.of(window));
    }

    /** The window is over. */
    void retire(W window) throws Exception {
        contentsOf.remove(names.of(window));
    }
}
