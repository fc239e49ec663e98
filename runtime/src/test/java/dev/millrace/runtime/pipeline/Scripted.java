package dev.millrace.runtime.pipeline;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.time.Timer;
import java.util.ArrayList;
import java.util.List;

/** An operator that writes down each call, and does with a record what the test says. */
public final class Scripted implements Operator<Object, Object> {
    /** What is done with a record. */
    public interface OnRecord {
        void take(Object value, OperatorContext context, Output<Object> output) throws Exception;
    }

    private final String name;
    private final List<String> calls;
    private final OnRecord onRecord;
    private OperatorContext context;
    private Output<Object> output;

    public Scripted(String name, List<String> calls, OnRecord onRecord) {
        this.name = name;
        this.calls = calls;
        this.onRecord = onRecord;
    }

    /** Passes records on. */
    public static Scripted passing(String name, List<String> calls) {
        return new Scripted(name, calls, (value, context, output) -> output.emit(value, 0));
    }

    /** Only writes down. */
    public static Scripted last(String name, List<String> calls) {
        return new Scripted(name, calls, (value, context, output) -> {});
    }

    public static List<String> calls() {
        return new ArrayList<>();
    }

    @Override
    public void open(OperatorContext newContext, Output<Object> newOutput) {
        calls.add(name + " open");
        context = newContext;
        output = newOutput;
    }

    @Override
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        calls.add(name + " " + value);
        onRecord.take(value, context, output);
    }

    @Override
    public void onWatermark(long timestamp) {
        calls.add(name + " watermark " + (timestamp == Long.MAX_VALUE ? "max" : timestamp));
        output.watermark(timestamp);
    }

    @Override
    public void onTimer(Timer timer) {
        calls.add(name + " timer " + timer.timestamp() + " of " + timer.key());
        output.emit("fired " + timer.timestamp(), timer.timestamp());
    }

    @Override
    public void beforeBarrier(long checkpointId) {
        calls.add(name + " before " + (checkpointId == Long.MAX_VALUE ? "last" : checkpointId));
    }

    @Override
    public boolean finish() {
        calls.add(name + " finish");
        return true;
    }

    @Override
    public void close() {
        calls.add(name + " close");
    }
}
