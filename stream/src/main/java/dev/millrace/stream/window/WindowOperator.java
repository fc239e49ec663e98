package dev.millrace.stream.window;

import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.operator.FunctionOperator;
import dev.millrace.stream.operator.UserFunction;
import java.util.Collection;
import java.util.List;

/**
 * Runs windows of every kind: the assigner finds the windows of a record, the contents take it, the trigger says when the
 * window fires, and a last timer clears it away. A record is late when all its windows are over and its timestamp, with
 * the allowed lateness, lies at or before the watermark.
 */
final class WindowOperator<T, V, OUT, K, W extends Window> implements FunctionOperator<T, OUT> {

    private final WindowSpec<T, W> spec;
    private final Contents.Factory<T, V, W> factory;
    private final WindowCall<V, OUT, K, W> call;
    private final Trigger<T, W> trigger;
    private final boolean firesOnce;
    private final WindowNames<W> names = new WindowNames<>();
    private final UserFunction life;
    private Output<OUT> output;
    private KeyedState state;
    private NamespacedState<Object> namespaces;
    private Contents<T, V, W> contents;
    private WindowTimers<W> timers;
    private WindowView<OUT, W> view;
    private MergingWindows<W> merging;
    private LateRecords<T> late;
    private WindowAssigner.WindowAssignerContext assignerContext;

    @SuppressWarnings("unchecked") // a trigger that takes supertypes takes these records and windows
    WindowOperator(WindowSpec<T, W> spec, Contents.Factory<T, V, W> factory, WindowCall<V, OUT, K, W> call) {
        this.spec = spec;
        this.factory = factory;
        this.call = call;
        this.trigger = (Trigger<T, W>) spec.trigger();
        this.firesOnce = spec.firesOnce();
        this.life = new UserFunction(call.function());
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<OUT> output) throws Exception {
        this.output = output;
        state = context.state();
        namespaces = state.namespaced("contents");
        contents = factory.create(context, namespaces);
        timers = new WindowTimers<>(context);
        boolean merges = spec.assigner() instanceof MergingWindowAssigner<?, ?>;
        view = new WindowView<>(context, output, merges);
        late = new LateRecords<>(spec, context);
        if (spec.assigner() instanceof MergingWindowAssigner<? super T, W> assigner) {
            merging = new MergingWindows<>(assigner, names, state);
        }
        assignerContext = new WindowAssigner.WindowAssignerContext() {
            @Override
            public long getCurrentProcessingTime() {
                return context.clock().millis();
            }
        };
        life.open(context);
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        boolean taken = false;
        for (W assigned : windows(value, timestamp)) {
            if (assigned == null) {
                throw new NullPointerException("the window assigner " + spec.assigner()
                        + " answered a null window for a record; leave it out instead");
            }
            W window = merging == null ? assigned : merging.add(assigned, this::merged);
            if (!isOver(window)) {
                taken = true;
                take(value, timestamp, window);
            } else if (merging != null) {
                merging.retire(window);
            }
        }
        if (!taken && isLate(timestamp)) {
            late.take(value, timestamp, output);
        }
    }

    private Collection<W> windows(T value, long timestamp) {
        Collection<W> windows = spec.assigner().assignWindows(value, timestamp, assignerContext);
        if (windows == null) {
            throw new NullPointerException("the window assigner " + spec.assigner()
                    + " answered null for a record; it must answer a collection, an empty one when there is no window");
        }
        return windows;
    }

    private void take(T value, long timestamp, W window) throws Exception {
        Object name = names.of(window);
        namespaces.use(contentsOf(window, name));
        boolean first = contents.add(value, timestamp);
        if (firesOnce) {
            if (first) {
                timers.of(name).register(spec.domain(), spec.cleanupTime(window));
            }
            return;
        }
        act(trigger.onElement(value, timestamp, window, timers.of(name)), window, name);
        long cleanup = spec.cleanupTime(window);
        if (cleanup != Long.MAX_VALUE) {
            timers.of(name).register(spec.domain(), cleanup);
        }
    }

    private Object contentsOf(W window, Object name) throws Exception {
        return merging == null ? name : merging.contents(window);
    }

    private boolean isOver(W window) {
        return spec.assigner().isEventTime() && spec.cleanupTime(window) <= timers.getCurrentWatermark();
    }

    private boolean isLate(long timestamp) {
        return spec.assigner().isEventTime()
                && timestamp + spec.allowedLatenessMillis() <= timers.getCurrentWatermark();
    }

    private void merged(W result, List<W> former, Object into, List<Object> from) throws Exception {
        if (isOver(result)) {
            throw new UnsupportedOperationException("the windows " + former + " merged into " + result
                    + ", whose end lies before the watermark " + timers.getCurrentWatermark()
                    + "; a merged window must not end before its parts");
        }
        List<Object> formerNames = former.stream().map(names::of).toList();
        trigger.onMerge(result, timers.of(names.of(result), formerNames));
        for (W window : former) {
            trigger.clear(window, timers.of(names.of(window)));
            timers.delete(spec.domain(), spec.cleanupTime(window));
        }
        if (!from.isEmpty()) {
            contents.merge(into, from);
        }
    }

    private void act(TriggerResult result, W window, Object name) throws Exception {
        if (result == null) {
            throw new NullPointerException("the trigger " + trigger + " answered null for " + window
                    + "; it must answer a result, TriggerResult.CONTINUE when nothing is to be done");
        }
        if (result.isFire()) {
            fire(window, name);
        }
        if (result.isPurge()) {
            contents.clear();
        }
    }

    @SuppressWarnings("unchecked") // the key comes from this stream's own key selector
    private void fire(W window, Object name) throws Exception {
        Iterable<V> values = contents.values(window);
        if (values != null) {
            call.fire((K) state.key(), view.of(window, name), values);
            contents.afterCall(window);
        }
    }

    @Override
    public void onTimer(Timer timer) throws Exception {
        Object name = timer.namespace();
        W window = names.window(name);
        Object contentsName = contentsOf(window, name);
        if (contentsName == null) {
            return; // the window has become part of another
        }
        namespaces.use(contentsName);
        timers.of(name);
        boolean isEventTime = timer.domain() == Timer.Domain.EVENT_TIME;
        TriggerResult result = isEventTime
                ? trigger.onEventTime(timer.timestamp(), window, timers)
                : trigger.onProcessingTime(timer.timestamp(), window, timers);
        act(result, window, name);
        if (timer.domain() == spec.domain() && timer.timestamp() == spec.cleanupTime(window)) {
            clear(window, name);
        }
    }

    private void clear(W window, Object name) throws Exception {
        contents.clear();
        trigger.clear(window, timers.of(name));
        call.clear(view.of(window, name));
        if (merging != null) {
            merging.retire(window);
        }
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }
}
