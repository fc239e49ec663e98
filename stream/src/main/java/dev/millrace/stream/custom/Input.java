package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;

/** Takes the records and watermarks of an input. */
@ModelApi
public interface Input<IN> {

    void processElement(StreamRecord<IN> element) throws Exception;

    /** Event time has come to a watermark; timers up to it have fired. */
    void processWatermark(Watermark mark) throws Exception;
}
