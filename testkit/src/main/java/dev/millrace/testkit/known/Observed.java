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
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
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

    @SuppressWarnings("unchecked") // the proxy is an operator of the same types
    private Operator<Object, Object> observed(Operator<?, ?> operator) {
        return (Operator<Object, Object>) proxy(operator, (proxy, method, arguments) -> {
            if (method.getName().equals("open")) {
                context = (OperatorContext) arguments[0];
                arguments[0] =
                        proxy(context, (self, asked, given) -> answer(asked.getName(), call(context, asked, given)));
                arguments[1] = new Recording();
            } else if (method.getName().equals("onTimer")) {
                timers.remove((Timer) arguments[0]);
            }
            return call(operator, method, arguments);
        });
    }

    private Object answer(String question, Object answer) {
        return switch (question) {
            case "timers" -> new NotedTimers((Timers) answer);
            case "state" -> noted((KeyedState) answer);
            case "clock" -> new EarlierClock((Clock) answer);
            default -> answer;
        };
    }

    private Object noted(KeyedState state) {
        return proxy(state, (self, method, arguments) -> {
            if (arguments != null
                    && arguments.length == 1
                    && arguments[0] instanceof StateDescriptor<?, ?> descriptor) {
                states.add(descriptor.getName());
            }
            return call(state, method, arguments);
        });
    }

    private static Object proxy(Object target, InvocationHandler handler) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> kind = target.getClass(); kind != null; kind = kind.getSuperclass()) {
            for (Class<?> one : kind.getInterfaces()) {
                if (Modifier.isPublic(one.getModifiers())) {
                    interfaces.add(one);
                }
            }
        }
        return Proxy.newProxyInstance(Observed.class.getClassLoader(), interfaces.toArray(Class<?>[]::new), handler);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
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

    /** Takes note of timers as they come and go. */
    private final class NotedTimers implements Timers {
        private final Timers real;

        NotedTimers(Timers real) {
            this.real = real;
        }

        private Timer timer(Timer.Domain domain, Object namespace, long timestamp) {
            return new Timer(domain, timestamp, context.state().key(), namespace);
        }

        @Override
        public void register(Timer.Domain domain, Object namespace, long timestamp) {
            real.register(domain, namespace, timestamp);
            timers.add(timer(domain, namespace, timestamp));
        }

        @Override
        public void delete(Timer.Domain domain, Object namespace, long timestamp) {
            real.delete(domain, namespace, timestamp);
            timers.remove(timer(domain, namespace, timestamp));
        }

        @Override
        public long currentWatermark() {
            return real.currentWatermark();
        }

        @Override
        public boolean isAtEndOfKey() {
            return real.isAtEndOfKey();
        }
    }
}
