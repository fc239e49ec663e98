package dev.millrace.stream.operator;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.function.TimeDomain;
import dev.millrace.stream.function.TimerService;

/** Runs a {@link KeyedCoProcessFunction}. */
final class KeyedCoProcessOperator<K, A, B, O> implements FunctionOperator<Object, O> {

    private final KeyedCoProcessFunction<K, A, B, O> function;
    private final UserFunction life;
    private Output<O> output;
    private KeyedState state;
    private Emitter<O> emitter;
    private FunctionTimers timers;
    private View view;

    KeyedCoProcessOperator(KeyedCoProcessFunction<K, A, B, O> function) {
        this.function = function;
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
        emitter = Emitter.to(output);
        timers = new FunctionTimers(context, true);
        view = new View(function);
        life.open(context);
    }

    @Override
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        emitter.at(timestamp);
        view.domain = null;
        if (input == 0) {
            function.processElement1((A) value, view, emitter);
        } else {
            function.processElement2((B) value, view, emitter);
        }
    }

    @Override
    public void onTimer(Timer timer) throws Exception {
        emitter.at(FunctionTimers.timestampOfResults(timer));
        view.at(timer);
        function.onTimer(timer.timestamp(), view, emitter);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }

    /** What the function sees during a call. */
    private final class View extends KeyedCoProcessFunction<K, A, B, O>.OnTimerContext {

        private TimeDomain domain;
        private long time;

        View(KeyedCoProcessFunction<K, A, B, O> function) {
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
        public TimerService timerService() {
            return timers;
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            emitter.output(outputTag, value);
        }

        @Override
        @SuppressWarnings("unchecked") // the key comes from these streams' own key selectors
        public K getCurrentKey() {
            return (K) state.key();
        }

        @Override
        public TimeDomain timeDomain() {
            return domain;
        }
    }
}
