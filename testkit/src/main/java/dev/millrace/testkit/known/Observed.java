package dev.millrace.testkit.known;

import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.time.Clock;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.custom.StreamRecord;
import dev.millrace.testkit.stand.Intercepted;
import dev.millrace.testkit.stand.NotedTimers;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An operator that is looked at from outside: what it emits, which timers it has, which states it asked for. */
final class Observed {
    private final ConcurrentLinkedQueue<Object> output = new ConcurrentLinkedQueue<>();
    private final Map<String, ConcurrentLinkedQueue<StreamRecord<Object>>> sides = new TreeMap<>();
    private final Set<Timer> timers = new LinkedHashSet<>();
    private final Set<String> states = new TreeSet<>();
    private OperatorContext context;

    ConcurrentLinkedQueue<Object> output() {
        return output;
    }

    ConcurrentLinkedQueue<StreamRecord<Object>> side(String id) {
        return sides.computeIfAbsent(id, name -> new ConcurrentLinkedQueue<>());
    }

    Set<Timer> timers() {
        return timers;
    }

    Set<String> states() {
        return states;
    }

    /** How many pairs of a state and a key have a value. */
    int entries() {
        int entries = 0;
        for (String name : states) {
            for (Iterator<Object> keys = context.state().keysOf(name); keys.hasNext(); keys.next()) {
                entries++;
            }
        }
        return entries;
    }

    /** A factory whose operators are looked at. */
    OperatorFactory<Object, Object> factory(OperatorFactory<?, ?> real) {
        return () -> observed(real.create());
    }

    @SuppressWarnings("unchecked") // what stands before it is an operator of the same types
    private Operator<Object, Object> observed(Operator<?, ?> operator) {
        InvocationHandler watch = (self, method, arguments) -> {
            if (method.getName().equals("open")) {
                context = (OperatorContext) arguments[0];
                arguments[0] = Intercepted.by(this::answer, context);
                arguments[1] = new Recording();
            } else if (method.getName().equals("onTimer")) {
                timers.remove((Timer) arguments[0]);
            }
            return Intercepted.call(operator, method, arguments);
        };
        return (Operator<Object, Object>) Intercepted.by(watch, operator);
    }

    private Object answer(Object self, Method question, Object[] arguments) throws Throwable {
        Object answer = Intercepted.call(context, question, arguments);
        return switch (question.getName()) {
            case "timers" ->
                new NotedTimers((Timers) answer, () -> context.state().key(), timers);
            case "state" -> noted((KeyedState) answer);
            case "clock" -> new EarlierClock((Clock) answer);
            default -> answer;
        };
    }

    private Object noted(KeyedState state) {
        InvocationHandler noting = (self, method, arguments) -> {
            if (arguments != null
                    && arguments.length == 1
                    && arguments[0] instanceof StateDescriptor<?, ?> descriptor) {
                states.add(descriptor.getName());
            }
            return Intercepted.call(state, method, arguments);
        };
        return Intercepted.by(noting, state);
    }

    private static <T> StreamRecord<T> record(T value, long timestamp) {
        return timestamp == Batch.NO_TIMESTAMP ? new StreamRecord<>(value) : new StreamRecord<>(value, timestamp);
    }

    /** Keeps what is emitted; nothing goes further. */
    private final class Recording implements Output<Object> {
        @Override
        public void emit(Object value, long timestamp) {
            output.add(record(value, timestamp));
        }

        @Override
        public <T> void emit(OutputTag<T> tag, T value, long timestamp) {
            side(tag.getId()).add(record(value, timestamp));
        }

        @Override
        public void emitAll(Cursor<Object> values) {
            try {
                while (values.advance()) {
                    emit(values.value(), values.timestamp());
                }
            } catch (Exception e) {
                throw new IllegalStateException("the values could not be emitted: " + e.getMessage(), e);
            }
        }

        @Override
        public void watermark(long timestamp) {
            output.add(new Watermark(timestamp));
        }

        @Override
        public void idle(boolean idle) {
            // nobody waits behind a harness
        }
    }

    /**
     * A millisecond behind the clock of the tasks: those let a timer fire when its moment has passed, harnesses when it has
     * come.
     */
    private record EarlierClock(Clock clock) implements Clock {
        @Override
        public long millis() {
            return clock.millis() - AbstractStreamOperatorTestHarness.AHEAD_MILLIS;
        }

        @Override
        public long nanos() {
            return clock.nanos();
        }
    }
}
