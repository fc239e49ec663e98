package dev.millrace.runtime.chain;

import dev.millrace.core.fact.OperatorFacts.TimerFacts;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.plan.Gathering;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Clock;
import dev.millrace.core.time.Timer;

/** The timers of one operator: kept in its store, fired in slices with their keys selected. Owned by the task's thread. */
final class LinkTimers implements Timers {
    /** How many processing-time timers fire before other work gets its turn. */
    private static final int PROCESSING_SLICE = 256;

    private final KeyedState state;
    private final TimerTable eventTime;
    private final TimerTable processingTime;
    private final Operator<Object, Object> operator;
    private final String name;
    private final Alarms alarms;
    private final Clock clock;
    private long watermark = Long.MIN_VALUE;
    private long nextAlarm = Long.MAX_VALUE;
    private boolean quiet;
    private boolean fired;
    /** Whether keys come one at a time, each with a time of its own. */
    private final boolean keyByKey;

    private boolean atEndOfKey;

    LinkTimers(KeyedStore store, Operator<Object, Object> operator, OperatorNode node, Alarms alarms, Clock clock) {
        this.state = store.state();
        this.eventTime = store.timers(Timer.Domain.EVENT_TIME);
        this.processingTime = store.timers(Timer.Domain.PROCESSING_TIME);
        this.operator = operator;
        this.name = node.name();
        this.alarms = alarms;
        this.clock = clock;
        this.keyByKey = node.gathering() == Gathering.BY_KEY;
    }

    /** Sets the alarm for timers of a snapshot. */
    void start() {
        setAlarm();
    }

    @Override
    public void register(Timer.Domain domain, Object namespace, long timestamp) {
        if (domain == Timer.Domain.EVENT_TIME) {
            eventTime.add(namespace, timestamp);
        } else if (processingTime.add(namespace, timestamp) && !keyByKey) {
            setAlarm();
        }
    }

    @Override
    public void delete(Timer.Domain domain, Object namespace, long timestamp) {
        (domain == Timer.Domain.EVENT_TIME ? eventTime : processingTime).remove(namespace, timestamp);
    }

    @Override
    public long currentWatermark() {
        return watermark;
    }

    @Override
    public boolean isAtEndOfKey() {
        return atEndOfKey;
    }

    /**
     * Fires the earliest timer of the selected key, whose last record has come: those of event time, then those of the
     * clock. False when there is none left; time begins anew then.
     */
    boolean fireAtEndOfKey() throws Exception {
        atEndOfKey = true;
        watermark = Long.MAX_VALUE;
        if (fireOne() || fire(processingTime.poll(Long.MAX_VALUE))) {
            return true;
        }
        atEndOfKey = false;
        watermark = Long.MIN_VALUE;
        return false;
    }

    /** Event time comes to a watermark; the timers up to it are due. */
    void advanceTo(long newWatermark) {
        watermark = newWatermark;
    }

    boolean isDue() {
        return eventTime.earliest() <= watermark;
    }

    /** Fires the earliest timer that the watermark has passed; false when there is none. */
    boolean fireOne() {
        return fire(eventTime.poll(watermark));
    }

    private boolean fire(Timer timer) {
        if (timer == null) {
            return false;
        }
        state.useKey(timer.key());
        fired = true;
        try {
            operator.onTimer(timer);
        } catch (Throwable failure) {
            throw OperatorFailure.at(name, timer, failure);
        }
        return true;
    }

    /** Whether timers have fired since this was asked last: their operator may have entered keys of its own. */
    boolean haveFired() {
        boolean were = fired;
        fired = false;
        return were;
    }

    /** The data has ended: no processing-time timer fires any more. */
    void quiet() {
        quiet = true;
    }

    TimerFacts eventTimers() {
        return new TimerFacts(eventTime.size(), eventTime.earliest());
    }

    TimerFacts processingTimers() {
        return new TimerFacts(processingTime.size(), processingTime.earliest());
    }

    private void setAlarm() {
        long earliest = processingTime.earliest();
        if (earliest < nextAlarm) {
            nextAlarm = earliest;
            alarms.at(earliest + 1, this::fireProcessingTime);
        }
    }

    private void fireProcessingTime() {
        nextAlarm = Long.MAX_VALUE;
        if (quiet) {
            return;
        }
        long passed = clock.millis() - 1;
        try {
            int left = PROCESSING_SLICE;
            while (left > 0 && fire(processingTime.poll(passed))) {
                left--;
            }
        } catch (Throwable failure) {
            throw OperatorFailure.in(name, failure);
        }
        setAlarm();
    }
}
