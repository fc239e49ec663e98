package dev.millrace.stream.window;

import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.KeyedStateStore;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.stream.operator.Emitter;
import dev.millrace.stream.operator.StateStore;

/** What a window function can see and do while a window of the selected key fires. */
final class WindowView<OUT, W extends Window> {

    private final OperatorContext context;
    private final Emitter<OUT> emitter;
    private final NamespacedState<Object> namespaces;
    private final KeyedStateStore ofWindow;
    private final KeyedStateStore ofKey;
    private final boolean merges;
    private W window;
    private Object name;

    /**
     * @param merges whether windows become one, so that none has state of its own
     */
    WindowView(OperatorContext context, Output<OUT> output, boolean merges) {
        this.merges = merges;
        this.context = context;
        this.emitter = Emitter.to(output);
        this.namespaces = context.state().namespaced("window-function");
        this.ofWindow = new StateStore(namespaces, context.clock());
        this.ofKey = new StateStore(context.state(), context.clock());
    }

    /** Shows a window to a function that does not use its state; what is emitted belongs to its last moment. */
    WindowView<OUT, W> of(W newWindow) {
        window = newWindow;
        emitter.at(newWindow.maxTimestamp());
        return this;
    }

    /** Shows a window with its state. */
    WindowView<OUT, W> of(W newWindow, Object newName) {
        name = newName;
        return of(newWindow);
    }

    W window() {
        return window;
    }

    Emitter<OUT> emitter() {
        return emitter;
    }

    KeyedStateStore ofWindow() {
        if (merges) {
            throw new UnsupportedOperationException("windows that merge, as sessions do, have no state of their own;"
                    + " keep it per key with globalState()");
        }
        namespaces.use(name);
        return ofWindow;
    }

    KeyedStateStore ofKey() {
        return ofKey;
    }

    long currentProcessingTime() {
        return context.clock().millis();
    }

    long currentWatermark() {
        return context.timers().currentWatermark();
    }
}
