package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;

/** Time as a function sees it, and its timers. There is one timer for each key and timestamp. */
@ModelApi
public interface TimerService {

    /** The time of day, milliseconds since the epoch. */
    long currentProcessingTime();

    /** The event time come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
    long currentWatermark();

    /** Asks for a call when the time of day has passed {@code time}. Only on a keyed stream. */
    void registerProcessingTimeTimer(long time);

    /** Asks for a call when event time has come to {@code time}. Only on a keyed stream. */
    void registerEventTimeTimer(long time);

    /** Takes a timer back; nothing happens when there is none. Only on a keyed stream. */
    void deleteProcessingTimeTimer(long time);

    /** Takes a timer back; nothing happens when there is none. Only on a keyed stream. */
    void deleteEventTimeTimer(long time);
}
