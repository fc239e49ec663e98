package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;

/** An operator with two inputs. Its watermarks are the lower ones of both: each is told to both methods. */
@ModelApi
public interface TwoInputStreamOperator<IN1, IN2, OUT> extends StreamOperator<OUT> {

    void processElement1(StreamRecord<IN1> element) throws Exception;

    void processElement2(StreamRecord<IN2> element) throws Exception;

    void processWatermark1(Watermark mark) throws Exception;

    void processWatermark2(Watermark mark) throws Exception;
}
