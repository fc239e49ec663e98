package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;

/** Where an operator's records and watermarks go. */
@ModelApi
public interface Output<T> extends Collector<T> {

    void emitWatermark(Watermark mark);

    /** Emits to a side output. */
    <X> void collect(OutputTag<X> outputTag, StreamRecord<X> record);
}
