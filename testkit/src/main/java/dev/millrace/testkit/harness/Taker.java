package dev.millrace.testkit.harness;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import java.util.List;

/** Stands in the place of a sink and keeps what comes. It never travels. */
final class Taker implements Operator<Object, Void> {
    private final List<Object> taken;

    Taker(List<Object> taken) {
        this.taken = taken;
    }

    /** Makes takers that share a list. */
    record Factory(List<Object> taken) implements OperatorFactory<Object, Void> {
        @Override
        public Operator<Object, Void> create() {
            return new Taker(taken);
        }
    }

    @Override
    public void onRecord(int input, Object value, long timestamp) {
        taken.add(value);
    }

    @Override
    public void onWatermark(long timestamp) {}
}
