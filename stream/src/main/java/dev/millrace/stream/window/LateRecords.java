package dev.millrace.stream.window;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;

/** Where records go whose windows are all over: to the side output for them, or they are counted and dropped. */
final class LateRecords<T> {

    private final OutputTag<T> tag;
    private final Counter dropped;

    LateRecords(WindowSpec<T, ?> spec, OperatorContext context) {
        this.tag = spec.lateTag();
        this.dropped = context.metrics().counter("numLateRecordsDropped");
    }

    void take(T value, long timestamp, Output<?> output) {
        if (tag == null) {
            dropped.inc();
        } else {
            output.emit(tag, value, timestamp);
        }
    }
}
