package dev.millrace.testkit.harness;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.operator.StateStore;
import dev.millrace.testkit.stand.Intercepted;
import dev.millrace.testkit.stand.NotedTimers;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Looks into a keyed operator: it sees the state that the operator sees, and takes note of timers as they come and go. */
final class Glance {
    private final LinkedHashSet<Timer> timers;
    private OperatorContext context;

    /**
     * @param restored the timers that the operator's snapshot holds
     */
    Glance(List<Timer> restored) {
        this.timers = new LinkedHashSet<>(restored);
    }

    /** The operators of a factory, looked into. */
    OperatorFactory<Object, Object> into(OperatorFactory<?, ?> factory) {
        return () -> watched(factory.create());
    }

    @SuppressWarnings("unchecked") // what stands before it is an operator of the same types
    private Operator<Object, Object> watched(Operator<?, ?> operator) {
        InvocationHandler watch = (self, method, arguments) -> {
            if (method.getName().equals("open")) {
                context = (OperatorContext) arguments[0];
                arguments[0] = Intercepted.by(this::answer, context);
            } else if (method.getName().equals("onTimer")) {
                timers.remove((Timer) arguments[0]);
            }
            return Intercepted.call(operator, method, arguments);
        };
        return (Operator<Object, Object>) Intercepted.by(watch, operator);
    }

    private Object answer(Object self, Method method, Object[] arguments) throws Throwable {
        Object answer = Intercepted.call(context, method, arguments);
        return answer instanceof Timers real
                ? new NotedTimers(real, () -> context.state().key(), timers)
                : answer;
    }

    /** The state of a key. */
    <S extends State> S state(Object key, StateDescriptor<S, ?> descriptor) {
        context.state().useKey(key);
        return new StateStore(context.state(), context.clock()).get(descriptor);
    }

    /** The timers that have not fired. */
    List<Timer> timers() {
        return new ArrayList<>(timers);
    }
}
