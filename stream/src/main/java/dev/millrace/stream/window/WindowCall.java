package dev.millrace.stream.window;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.state.KeyedStateStore;
import java.io.Serializable;

/**
 * What is done with the contents of a window that fires.
 *
 * @param <V> what the function sees of the contents
 */
public sealed interface WindowCall<V, OUT, K, W extends Window> extends Serializable {

    /** The user's function, whose life the operator leads; null when there is none. */
    Object function();

    /** Emits the contents as they are. */
    static <V, K, W extends Window> WindowCall<V, V, K, W> none() {
        return new None<>();
    }

    static <V, OUT, K, W extends Window> WindowCall<V, OUT, K, W> of(WindowFunction<V, OUT, K, W> function) {
        return new Apply<>(function);
    }

    static <V, OUT, K, W extends Window> WindowCall<V, OUT, K, W> of(ProcessWindowFunction<V, OUT, K, W> function) {
        return new Process<>(function);
    }

    static <V, OUT, K, W extends Window> WindowCall<V, OUT, K, W> of(AllWindowFunction<V, OUT, W> function) {
        return new ApplyAll<>(function);
    }

    static <V, OUT, K, W extends Window> WindowCall<V, OUT, K, W> of(ProcessAllWindowFunction<V, OUT, W> function) {
        return new ProcessAll<>(function);
    }

    /** A call that is made of a user's function, which the operator leads through its life. */
    static <V, OUT, K, W extends Window> WindowCall<V, OUT, K, W> of(
            Object function, WindowFunction<V, OUT, K, W> call) {
        return new Made<>(function, call);
    }

    /** Calls the function for the window that the view shows. */
    void fire(K key, WindowView<OUT, W> view, Iterable<V> values) throws Exception;

    /** Whether the function may use state of its window, so that it is called when that goes. */
    default boolean usesState() {
        return false;
    }

    /** The window goes. */
    default void clear(WindowView<OUT, W> view) throws Exception {}

    /** See {@link #none}. */
    record None<V, K, W extends Window>() implements WindowCall<V, V, K, W> {

        @Override
        public Object function() {
            return null;
        }

        @Override
        public void fire(K key, WindowView<V, W> view, Iterable<V> values) {
            values.forEach(view.emitter()::collect);
        }
    }

    /** See {@link #of(WindowFunction)}. */
    record Apply<V, OUT, K, W extends Window>(WindowFunction<V, OUT, K, W> function)
            implements WindowCall<V, OUT, K, W> {

        @Override
        public void fire(K key, WindowView<OUT, W> view, Iterable<V> values) throws Exception {
            function.apply(key, view.window(), values, view.emitter());
        }
    }

    /** See {@link #of(Object, WindowFunction)}. */
    record Made<V, OUT, K, W extends Window>(Object function, WindowFunction<V, OUT, K, W> call)
            implements WindowCall<V, OUT, K, W> {

        @Override
        public void fire(K key, WindowView<OUT, W> view, Iterable<V> values) throws Exception {
            call.apply(key, view.window(), values, view.emitter());
        }
    }

    /** See {@link #of(AllWindowFunction)}. */
    record ApplyAll<V, OUT, K, W extends Window>(AllWindowFunction<V, OUT, W> function)
            implements WindowCall<V, OUT, K, W> {

        @Override
        public void fire(K key, WindowView<OUT, W> view, Iterable<V> values) throws Exception {
            function.apply(view.window(), values, view.emitter());
        }
    }

    /** See {@link #of(ProcessWindowFunction)}. */
    record Process<V, OUT, K, W extends Window>(ProcessWindowFunction<V, OUT, K, W> function)
            implements WindowCall<V, OUT, K, W> {

        @Override
        public boolean usesState() {
            return true;
        }

        @Override
        public void fire(K key, WindowView<OUT, W> view, Iterable<V> values) throws Exception {
            function.process(key, new Shown<>(function, view), values, view.emitter());
        }

        @Override
        public void clear(WindowView<OUT, W> view) throws Exception {
            function.clear(new Shown<>(function, view));
        }
    }

    /** See {@link #of(ProcessAllWindowFunction)}. */
    record ProcessAll<V, OUT, K, W extends Window>(ProcessAllWindowFunction<V, OUT, W> function)
            implements WindowCall<V, OUT, K, W> {

        @Override
        public boolean usesState() {
            return true;
        }

        @Override
        public void fire(K key, WindowView<OUT, W> view, Iterable<V> values) throws Exception {
            function.process(new ShownToAll<>(function, view), values, view.emitter());
        }

        @Override
        public void clear(WindowView<OUT, W> view) throws Exception {
            function.clear(new ShownToAll<>(function, view));
        }
    }

    /** The view as a {@link ProcessWindowFunction} sees it. */
    final class Shown<V, OUT, K, W extends Window> extends ProcessWindowFunction<V, OUT, K, W>.Context {

        private final WindowView<OUT, W> view;

        Shown(ProcessWindowFunction<V, OUT, K, W> function, WindowView<OUT, W> view) {
            function.super();
            this.view = view;
        }

        @Override
        public W window() {
            return view.window();
        }

        @Override
        public long currentProcessingTime() {
            return view.currentProcessingTime();
        }

        @Override
        public long currentWatermark() {
            return view.currentWatermark();
        }

        @Override
        public KeyedStateStore windowState() {
            return view.ofWindow();
        }

        @Override
        public KeyedStateStore globalState() {
            return view.ofKey();
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            view.emitter().output(outputTag, value);
        }
    }

    /** The view as a {@link ProcessAllWindowFunction} sees it. */
    final class ShownToAll<V, OUT, W extends Window> extends ProcessAllWindowFunction<V, OUT, W>.Context {

        private final WindowView<OUT, W> view;

        ShownToAll(ProcessAllWindowFunction<V, OUT, W> function, WindowView<OUT, W> view) {
            function.super();
            this.view = view;
        }

        @Override
        public W window() {
            return view.window();
        }

        @Override
        public long currentProcessingTime() {
            return view.currentProcessingTime();
        }

        @Override
        public long currentWatermark() {
            return view.currentWatermark();
        }

        @Override
        public KeyedStateStore windowState() {
            return view.ofWindow();
        }

        @Override
        public KeyedStateStore globalState() {
            return view.ofKey();
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            view.emitter().output(outputTag, value);
        }
    }
}
