package dev.millrace.verification.contract;

import dev.millrace.core.function.Collector;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.contract.Happening;
import java.util.List;

/** Operators with timers of their keys. */
final class TimerEntries {
    private static final int LONG = 1_500;

    private TimerEntries() {}

    static List<Entry> all() {
        List<Happening> one = Scripts.inTime(1, 25);
        return List.of(
                Entry.of(
                                "event-time timers",
                                one,
                                board -> board.result(
                                        KeyedEntries.keyed(board, 0).process(new Timed(true))))
                        .unordered(),
                Entry.of(
                                "processing-time timers",
                                one,
                                board -> board.result(
                                        KeyedEntries.keyed(board, 0).process(new Timed(false))))
                        .unordered(),
                Entry.of(
                                "timers that are moved",
                                one,
                                board -> board.result(
                                        KeyedEntries.keyed(board, 0).process(new Moves())))
                        .unordered(),
                Entry.of(
                                "a long timer",
                                Scripts.inTime(1, 10),
                                board -> board.result(
                                        KeyedEntries.keyed(board, 0).process(new LongTimer())))
                        .unordered());
    }

    /** Sets a timer for each record and shows what it sees when it fires. */
    private static final class Timed extends KeyedProcessFunction<String, Tuple2<String, Integer>, String> {
        private final boolean event;

        Timed(boolean event) {
            this.event = event;
        }

        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) {
            if (event) {
                ctx.timerService().registerEventTimeTimer(ctx.timestamp() + 20);
            } else {
                ctx.timerService()
                        .registerProcessingTimeTimer(ctx.timerService().currentProcessingTime() + pair.f1 % 6);
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) throws Exception {
            ValueState<Integer> fired =
                    getRuntimeContext().getState(new ValueStateDescriptor<>("fired", Integer.class, 0));
            fired.update(fired.value() + 1);
            out.collect(ctx.getCurrentKey() + " " + ctx.timeDomain() + " " + timestamp + " of "
                    + ctx.timerService().currentWatermark() + " fired " + fired.value());
        }
    }

    /** Has one timer per key, which each record moves, so that the old one must not fire. */
    private static final class Moves extends KeyedProcessFunction<String, Tuple2<String, Integer>, String> {
        private ValueState<Long> due(String name) {
            return getRuntimeContext().getState(new ValueStateDescriptor<>(name, Long.class));
        }

        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) throws Exception {
            ValueState<Long> event = due("event");
            ValueState<Long> processing = due("processing");
            if (event.value() != null) {
                ctx.timerService().deleteEventTimeTimer(event.value());
            }
            if (processing.value() != null) {
                ctx.timerService().deleteProcessingTimeTimer(processing.value());
            }
            event.update(ctx.timestamp() + 15);
            processing.update(ctx.timerService().currentProcessingTime() + 9);
            ctx.timerService().registerEventTimeTimer(event.value());
            ctx.timerService().registerProcessingTimeTimer(processing.value());
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) throws Exception {
            out.collect(ctx.getCurrentKey() + " silent " + ctx.timeDomain() + " " + timestamp);
        }
    }

    /** Emits more from a timer than a channel holds. */
    private static final class LongTimer extends KeyedProcessFunction<String, Tuple2<String, Integer>, String> {
        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) {
            ctx.timerService().registerEventTimeTimer(10_000);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) {
            for (int number = 0; number < LONG; number++) {
                out.collect(ctx.getCurrentKey() + number);
            }
        }
    }
}
