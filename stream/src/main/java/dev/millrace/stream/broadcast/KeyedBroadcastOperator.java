package dev.millrace.stream.broadcast;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReadOnlyBroadcastState;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.time.Clock;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.function.TimeDomain;
import dev.millrace.stream.function.TimerService;
import dev.millrace.stream.operator.Emitter;
import dev.millrace.stream.operator.FunctionOperator;
import dev.millrace.stream.operator.FunctionTimers;
import dev.millrace.stream.operator.StateStore;
import dev.millrace.stream.operator.UserFunction;
import java.util.Iterator;
import java.util.List;

/** Runs a {@link KeyedBroadcastProcessFunction}: input 0 is the keyed stream, input 1 what is broadcast. */
final class KeyedBroadcastOperator<K, A, B, O> implements FunctionOperator<Object, O> {

    private final KeyedBroadcastProcessFunction<K, A, B, O> function;
    private final List<MapStateDescriptor<?, ?>> descriptors;
    private final UserFunction life;
    private Output<O> output;
    private Emitter<O> emitter;
    private KeyedState state;
    private Clock clock;
    private FunctionTimers timers;
    private BroadcastMaps maps;
    private Reading reading;
    private Writing writing;

    KeyedBroadcastOperator(
            KeyedBroadcastProcessFunction<K, A, B, O> function, List<MapStateDescriptor<?, ?>> descriptors) {
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
        state = context.state();
        clock = context.clock();
        emitter = Emitter.to(output);
        timers = new FunctionTimers(context, true);
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
            reading.domain = null;
            function.processElement((A) value, reading, emitter);
        } else {
            state.unselect();
            function.processBroadcastElement((B) value, writing, emitter);
        }
    }

    @Override
    public void onTimer(Timer timer) throws Exception {
        emitter.at(FunctionTimers.timestampOfResults(timer));
        reading.at(timer);
        function.onTimer(timer.timestamp(), reading, emitter);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }

    @SuppressWarnings("unchecked") // the keys come from this stream's own key selector
    private <S extends State> void apply(StateDescriptor<S, ?> descriptor, KeyedStateFunction<K, S> each)
            throws Exception {
        S handle = new StateStore(state, clock).get(descriptor);
        for (Iterator<Object> keys = state.keysOf(descriptor.getName()); keys.hasNext(); ) {
            Object key = keys.next();
            state.useKey(key);
            each.process((K) key, handle);
        }
        state.unselect();
    }

    /** What the function sees of a keyed record or a timer. */
    private final class Reading extends KeyedBroadcastProcessFunction<K, A, B, O>.OnTimerContext {

        private TimeDomain domain;
        private long time;

        Reading(KeyedBroadcastProcessFunction<K, A, B, O> function) {
            function.super();
        }

        void at(Timer timer) {
            domain = FunctionTimers.domain(timer);
            time = timer.timestamp();
        }

        @Override
        public Long timestamp() {
            return domain == null ? emitter.timestamp() : (Long) time;
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            emitter.output(outputTag, value);
        }

        @Override
        public long currentProcessingTime() {
            return timers.currentProcessingTime();
        }

        @Override
        public long currentWatermark() {
            return timers.currentWatermark();
        }

        @Override
        public <UK, UV> ReadOnlyBroadcastState<UK, UV> getBroadcastState(MapStateDescriptor<UK, UV> stateDescriptor) {
            return maps.get(stateDescriptor);
        }

        @Override
        public TimerService timerService() {
            return timers;
        }

        @Override
        @SuppressWarnings("unchecked") // the key comes from this stream's own key selector
        public K getCurrentKey() {
            return (K) state.key();
        }

        @Override
        public TimeDomain timeDomain() {
            return domain;
        }
    }

    /** What the function sees of a broadcast record. */
    private final class Writing extends KeyedBroadcastProcessFunction<K, A, B, O>.Context {

        Writing(KeyedBroadcastProcessFunction<K, A, B, O> function) {
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
            return timers.currentProcessingTime();
        }

        @Override
        public long currentWatermark() {
            return timers.currentWatermark();
        }

        @Override
        public <UK, UV> BroadcastState<UK, UV> getBroadcastState(MapStateDescriptor<UK, UV> stateDescriptor) {
            return maps.get(stateDescriptor);
        }

        @Override
        public <VS, S extends State> void applyToKeyedState(
                StateDescriptor<S, VS> stateDescriptor, KeyedStateFunction<K, S> each) throws Exception {
            apply(stateDescriptor, each);
        }
    }
}
