package dev.millrace.stream.trial;

import dev.millrace.core.operator.Timers;
import dev.millrace.core.time.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Timers in sorted order: by timestamp, then as they were registered. */
final class TrialTimers implements Timers {

    private final TrialState state;
    private final Map<Timer.Domain, List<Timer>> waiting = new HashMap<>();
    private long watermark = Long.MIN_VALUE;

    TrialTimers(TrialState state) {
        this.state = state;
        waiting.put(Timer.Domain.EVENT_TIME, new ArrayList<>());
        waiting.put(Timer.Domain.PROCESSING_TIME, new ArrayList<>());
    }

    void watermark(long timestamp) {
        watermark = timestamp;
    }

    /** Takes the earliest timer that is due, or null. */
    Timer poll(Timer.Domain domain, long now) {
        Timer earliest = null;
        for (Timer timer : waiting.get(domain)) {
            boolean due = timer.timestamp() <= now;
            earliest = due && (earliest == null || timer.timestamp() < earliest.timestamp()) ? timer : earliest;
        }
        waiting.get(domain).remove(earliest);
        return earliest;
    }

    int size() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public void register(Timer.Domain domain, Object namespace, long timestamp) {
        Timer timer = new Timer(domain, timestamp, state.key(), namespace);
        if (!waiting.get(domain).contains(timer)) {
            waiting.get(domain).add(timer);
        }
    }

    @Override
    public void delete(Timer.Domain domain, Object namespace, long timestamp) {
        waiting.get(domain).remove(new Timer(domain, timestamp, state.key(), namespace));
    }

    @Override
    public long currentWatermark() {
        return watermark;
    }
}
