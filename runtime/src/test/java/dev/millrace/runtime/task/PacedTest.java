package dev.millrace.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Paced;
import dev.millrace.runtime.pipeline.OneTask;
import dev.millrace.runtime.pipeline.Scripted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators that say when they can take a record. */
final class PacedTest {
    /** Has room for two records at a time. */
    static final class TwoAtATime implements Operator<Object, Object>, Paced {
        private final List<Object> inFlight = new ArrayList<>();
        private OperatorContext context;
        private Output<Object> output;

        @Override
        public void open(OperatorContext newContext, Output<Object> newOutput) {
            context = newContext;
            output = newOutput;
        }

        @Override
        public boolean ready() {
            return inFlight.size() < 2;
        }

        @Override
        public void onRecord(int input, Object value, long timestamp) {
            assertThat(ready()).isTrue();
            inFlight.add(value);
        }

        /** What another thread does when a result is there. */
        void complete() {
            context.mailbox().execute(() -> output.emit(inFlight.remove(0), 0));
        }

        @Override
        public void onWatermark(long timestamp) {}
    }

    @Test
    void noRecordComesBeforeAnOperatorIsReady() {
        List<String> calls = Scripted.calls();
        TwoAtATime paced = new TwoAtATime();
        OneTask task = new OneTask()
                .operator("paced", paced)
                .operator("last", Scripted.last("last", calls))
                .deploy();
        task.records("a", "b", "c", "d");
        assertThat(paced.inFlight).containsExactly("a", "b");
        paced.complete();
        task.host.run();
        assertThat(paced.inFlight).containsExactly("b", "c");
        assertThat(calls).containsExactly("last open", "last a");
    }

    @Test
    void theHeadIsHeldBackByAnOperatorBehindIt() {
        TwoAtATime paced = new TwoAtATime();
        OneTask task = new OneTask()
                .operator("head", Scripted.passing("head", Scripted.calls()))
                .operator("paced", paced)
                .deploy();
        task.records("a", "b", "c", "d");
        assertThat(paced.inFlight).containsExactly("a", "b");
        task.give(new Barrier(1, 1_000));
        assertThat(task.log).as("the barrier waits behind the records").containsExactly("running");
    }
}
