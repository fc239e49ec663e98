package dev.millrace.stream.broadcast;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReadOnlyBroadcastState;
import dev.millrace.stream.operator.Emitter;
import dev.millrace.stream.operator.FunctionOperator;
import dev.millrace.stream.operator.UserFunction;
import java.util.List;

/** Runs a {@link BroadcastProcessFunction}: input 0 is the stream, input 1 what is broadcast. */
final class BroadcastOperator<A, B, O> implements FunctionOperator<Object, O> {

    private final BroadcastProcessFunction<A, B, O> function;
    private final List<MapStateDescriptor<?, ?>> descriptors;
    private final UserFunction life;
    private Output<O> output;
    private Emitter<O> emitter;
    private OperatorContext context;
    private BroadcastMaps maps;
    private Reading reading;
    private Writing writing;

    BroadcastOperator(BroadcastProcessFunction<A, B, O> function, List<MapStateDescriptor<?, ?>> descriptors) {
        this.function = function;
        this.descriptors = descriptors;
        this.life = new UserFunction(function);
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.output = output;
        this.context = context;
        emitter = Emitter.to(output);
        maps = new BroadcastMaps(descriptors, life);
        reading = new Reading(function);
        writing = new Writing(function);
        life.open(context);
    }

    @Override
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        emitter.at(timestamp);
        if (input == 0) {
            function.processElement((A) value, reading, emitter);
        } else {
            function.processBroadcastElement((B) value, writing, emitter);
        }
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }

    /** What the function sees of a record that is not broadcast. */
    private final class Reading extends BroadcastProcessFunction<A, B, O>.ReadOnlyContext {

        Reading(BroadcastProcessFunction<A, B, O> function) {
            function.super();
        }

        @Override
        public Long timestamp() {
            return emitter.timestamp();
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            emitter.output(outputTag, value);
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
        public <K, V> ReadOnlyBroadcastState<K, V> getBroadcastState(MapStateDescriptor<K, V> stateDescriptor) {
            return maps.get(stateDescriptor);
        }
    }

    /** What the function sees of a broadcast record. */
    private final class Writing extends BroadcastProcessFunction<A, B, O>.Context {

        Writing(BroadcastProcessFunction<A, B, O> function) {
            function.super();
        }

        @Override
        public Long timestamp() {
            return emitter.timestamp();
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            emitter.output(outputTag, value);
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
        public <K, V> BroadcastState<K, V> getBroadcastState(MapStateDescriptor<K, V> stateDescriptor) {
            return maps.get(stateDescriptor);
        }
    }
}
