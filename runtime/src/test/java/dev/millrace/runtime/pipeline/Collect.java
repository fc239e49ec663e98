package dev.millrace.runtime.pipeline;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;

/** Puts what comes into {@link Results}; event times, idleness and the finish too, as texts, when it is asked to. */
public final class Collect implements Operator<Object, Object> {
    private final String name;
    private final boolean marks;

    private Collect(String name, boolean marks) {
        this.name = name;
        this.marks = marks;
    }

    public static OperatorFactory<Object, Object> records(String name) {
        return () -> new Collect(name, false);
    }

    public static OperatorFactory<Object, Object> everything(String name) {
        return () -> new Collect(name, true);
    }

    @Override
    public void onRecord(int input, Object value, long timestamp) {
        Results.add(name, value);
    }

    @Override
    public void onWatermark(long timestamp) {
        if (marks) {
            Results.add(name, "watermark " + timestamp);
        }
    }

    @Override
    public void onIdle(boolean idle, Output<Object> output) {
        if (marks) {
            Results.add(name, "idle " + idle);
        }
    }

    @Override
    public boolean finish() {
        if (marks) {
            Results.add(name, "finish");
        }
        return true;
    }

    @Override
    public void open(OperatorContext context, Output<Object> output) {}
}
