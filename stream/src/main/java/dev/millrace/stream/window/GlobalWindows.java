package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Collection;
import java.util.List;

/** Puts all records into one window, which never fires unless a trigger is given. */
@ModelApi
public final class GlobalWindows extends WindowAssigner<Object, GlobalWindow> {

    private GlobalWindows() {}

    public static GlobalWindows create() {
        return new GlobalWindows();
    }

    @Override
    public Collection<GlobalWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        return List.of(GlobalWindow.get());
    }

    @Override
    public Trigger<Object, GlobalWindow> getDefaultTrigger() {
        return new NeverTrigger();
    }

    @Override
    public boolean isEventTime() {
        return false;
    }

    @Override
    public String toString() {
        return "GlobalWindows";
    }

    /** Never fires. */
    @ModelApi
    public static final class NeverTrigger extends Trigger<Object, GlobalWindow> {

        @Override
        public TriggerResult onElement(Object element, long timestamp, GlobalWindow window, TriggerContext ctx) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onProcessingTime(long time, GlobalWindow window, TriggerContext ctx) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onEventTime(long time, GlobalWindow window, TriggerContext ctx) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public boolean canMerge() {
            return true;
        }

        @Override
        public void onMerge(GlobalWindow window, OnMergeContext ctx) {}

        @Override
        public void clear(GlobalWindow window, TriggerContext ctx) {}
    }
}
