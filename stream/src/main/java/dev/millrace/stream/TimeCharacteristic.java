package dev.millrace.stream;

import dev.millrace.core.ModelApi;

/** Which time {@code timeWindow} means, in older programs. */
@ModelApi
public enum TimeCharacteristic {
    ProcessingTime,
    IngestionTime,
    EventTime
}
