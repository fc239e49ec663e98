package dev.millrace.testkit.harness;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.operator.StateStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    @SuppressWarnings("unchecked") // the proxy is an operator of the same types
    private Operator<Object, Object> watched(Operator<?, ?> operator) {
        return (Operator<Object, Object>) Proxy.newProxyInstance(
                operator.getClass().getClassLoader(), interfaces(operator), (proxy, method, arguments) -> {
                    if (method.getName().equals("open")) {
                        context = (OperatorContext) arguments[0];
                        arguments[0] = noting(context);
                    } else if (method.getName().equals("onTimer")) {
                        timers.remove((Timer) arguments[0]);
                    }
                    return invoke(method, operator, arguments);
                });
    }

    private static Class<?>[] interfaces(Operator<?, ?> operator) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> one : operator.getClass().getInterfaces()) {
            if (Modifier.isPublic(one.getModifiers())) {
                interfaces.add(one);
            }
        }
        return interfaces.toArray(Class<?>[]::new);
    }

    private OperatorContext noting(OperatorContext given) {
        return (OperatorContext) Proxy.newProxyInstance(
                Glance.class.getClassLoader(), new Class<?>[] {OperatorContext.class}, (proxy, method, arguments) -> {
                    Object answer = invoke(method, given, arguments);
                    return answer instanceof Timers real ? new Noting(real) : answer;
                });
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
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

    private final class Noting implements Timers {
        private final Timers real;

        Noting(Timers real) {
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
