package dev.millrace.testkit.stand;

import dev.millrace.core.operator.Timers;
import dev.millrace.core.time.Timer;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Timers of an operator, of which a note is taken as they come and go; whoever looks at the operator crosses out those that
 * fire.
 *
 * @param key the key that is selected
 * @param noted those that have not fired
 */
public record NotedTimers(Timers real, Supplier<Object> key, Set<Timer> noted) implements Timers {

    private Timer timer(Timer.Domain domain, Object namespace, long timestamp) {
        return new Timer(domain, timestamp, key.get(), namespace);
    }

    @Override
    public void register(Timer.Domain domain, Object namespace, long timestamp) {
        real.register(domain, namespace, timestamp);
        noted.add(timer(domain, namespace, timestamp));
    }

    @Override
    public void delete(Timer.Domain domain, Object namespace, long timestamp) {
        real.delete(domain, namespace, timestamp);
        noted.remove(timer(domain, namespace, timestamp));
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
