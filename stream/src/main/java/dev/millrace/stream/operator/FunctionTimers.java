package dev.millrace.stream.operator;

import dev.millrace.core.element.Batch;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.function.TimeDomain;
import dev.millrace.stream.function.TimerService;

/** The timer service of a user function, over the engine's timers. Timers need keys; the two clocks do not. */
public final class FunctionTimers implements TimerService {

    private final OperatorContext context;
    private final Timers timers;

    /**
     * @param keyed whether the operator's input has keys
     */
    public FunctionTimers(OperatorContext context, boolean keyed) {
        this.context = context;
        this.timers = keyed ? context.timers() : null;
    }

    @Override
    public long currentProcessingTime() {
        return context.clock().millis();
    }

    @Override
    public long currentWatermark() {
        return context.currentWatermark();
    }

    @Override
    public void registerProcessingTimeTimer(long time) {
        if (!keyed().isAtEndOfKey()) {
            timers.register(Timer.Domain.PROCESSING_TIME, null, time);
        }
    }

    @Override
    public void registerEventTimeTimer(long time) {
        keyed().register(Timer.Domain.EVENT_TIME, null, time);
    }

    @Override
    public void deleteProcessingTimeTimer(long time) {
        keyed().delete(Timer.Domain.PROCESSING_TIME, null, time);
    }

    @Override
    public void deleteEventTimeTimer(long time) {
        keyed().delete(Timer.Domain.EVENT_TIME, null, time);
    }

    private Timers keyed() {
        if (timers == null) {
            throw new UnsupportedOperationException("operator '" + context.name()
                    + "' has no keys, and timers belong to keys; call keyBy(...) before process(...)");
        }
        return timers;
    }

    /** The clock of a timer as user code knows it. */
    public static TimeDomain domain(Timer timer) {
        return timer.domain() == Timer.Domain.EVENT_TIME ? TimeDomain.EVENT_TIME : TimeDomain.PROCESSING_TIME;
    }

    /** The timestamp of what a timer's call emits: event-time timers give theirs, others none. */
    public static long timestampOfResults(Timer timer) {
        return timer.domain() == Timer.Domain.EVENT_TIME ? timer.timestamp() : Batch.NO_TIMESTAMP;
    }
}
