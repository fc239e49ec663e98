package dev.millrace.stream.custom;

import dev.millrace.core.eventtime.Watermark;

/** A ready operator with two inputs. */
interface ReadyTwoInputs<IN1, IN2, OUT> extends TwoInputStreamOperator<IN1, IN2, OUT>, ReadyOperator {
    @Override
    default void processElement1(StreamRecord<IN1> element) {
        throw OnlyData.called(this);
    }

    @Override
    default void processElement2(StreamRecord<IN2> element) {
        throw OnlyData.called(this);
    }

    @Override
    default void processWatermark1(Watermark mark) {
        throw OnlyData.called(this);
    }

    @Override
    default void processWatermark2(Watermark mark) {
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
