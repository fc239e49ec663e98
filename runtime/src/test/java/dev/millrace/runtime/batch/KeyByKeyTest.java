package dev.millrace.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.runtime.pipeline.OneTask;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyByKeyTest {

    private static final KeySelector<Object, Object> FIRST_LETTER = text -> ((String) text).substring(0, 1);

    /** Writes down what it is given, and which keys have state then. */
    private static final class Diary implements Operator<Object, Object> {
        private final List<String> pages = new ArrayList<>();
        private OperatorContext context;
        private KeyedState state;
        private ListState<Object> records;

        @Override
        public void open(OperatorContext newContext, Output<Object> output) {
            context = newContext;
            state = newContext.state();
            records = state.list(new ListStateDescriptor<>("records"));
        }

        private String keys() {
            StringBuilder keys = new StringBuilder();
            for (Iterator<Object> all = state.keysOf("records"); all.hasNext(); ) {
                keys.append(all.next());
            }
            return keys.toString();
        }

        @Override
        public void onRecord(int input, Object value, long timestamp) throws Exception {
            records.add(value);
            context.timers().register(Timer.Domain.EVENT_TIME, null, 5);
            context.timers().register(Timer.Domain.PROCESSING_TIME, null, 3);
            pages.add(value + " of " + keys());
        }

        @Override
        public void onTimer(Timer timer) {
            pages.add(timer.key() + " " + timer.timestamp() + " at "
                    + context.timers().isAtEndOfKey());
        }

        @Override
        public void onWatermark(long timestamp) {
            pages.add("end at " + (timestamp == Long.MAX_VALUE) + " with " + keys());
        }
    }

    @Test
    void eachKeyIsWorkedOffAndGivenUpWhenAllRecordsAreThere() {
        Diary diary = new Diary();
        OneTask task = new OneTask().gathering("diary", diary, FIRST_LETTER).deploy();
        task.records("b1", "a1").records("b2");
        task.clock.move(10);
        task.host.run();
        assertThat(diary.pages).isEmpty();
        assertThat(task.memory.reserved()).isPositive();
        task.give(EndOfData.DRAIN).give(EndOfChannel.END);
        List<String> ofA = List.of("a1 of a", "a 5 at true", "a 3 at true");
        List<String> ofB = List.of("b1 of b", "b2 of b", "b 5 at true", "b 3 at true");
        List<String> inOrder = new ArrayList<>(aBeforeB() ? ofA : ofB);
        inOrder.addAll(aBeforeB() ? ofB : ofA);
        inOrder.add("end at true with ");
        assertThat(diary.pages).isEqualTo(inOrder);
        assertThat(task.log).contains("finished");
    }

    private static boolean aBeforeB() {
        return Integer.compareUnsigned(OneTask.TYPES.hash("a"), OneTask.TYPES.hash("b")) < 0;
    }

    @Test
    void whatIsGatheredIsGivenBackWhenTheTaskIsCancelled() {
        OneTask task =
                new OneTask().gathering("diary", new Diary(), FIRST_LETTER).deploy();
        long before = task.memory.reserved();
        task.records("b1", "a1", "b2");
        assertThat(task.memory.reserved()).isGreaterThan(before);
        task.control().cancel();
        task.host.run();
        assertThat(task.log).contains("cancelled");
        assertThat(task.memory.reserved()).isLessThanOrEqualTo(before);
    }
}
