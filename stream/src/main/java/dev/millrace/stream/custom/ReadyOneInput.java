package dev.millrace.stream.custom;

import dev.millrace.core.eventtime.Watermark;

/** A ready operator with one input. */
interface ReadyOneInput<IN, OUT> extends OneInputStreamOperator<IN, OUT>, ReadyOperator {
    @Override
    default void processElement(StreamRecord<IN> element) {
        throw OnlyData.called(this);
    }

    @Override
    default void processWatermark(Watermark mark) {
        throw OnlyData.called(this);
    }

    @Override
    default void open() {
        throw OnlyData.called(this);
    }

    @Override
    default void finish() {
        throw OnlyData.called(this);
    }

    @Override
    default void close() {
        throw OnlyData.called(this);
    }
}
