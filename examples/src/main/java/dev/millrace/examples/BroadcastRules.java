package dev.millrace.examples;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReadOnlyBroadcastState;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.broadcast.KeyedBroadcastProcessFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Tells of sensors that are hotter than the rule of their time allows. Rules change while sensors are read: they are
 * broadcast, so that each instance knows them all, and a reading waits until event time has come to it, so that every rule
 * it is judged by has come too.
 */
public final class BroadcastRules {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("readings", "N", "how many readings to make up (default: 1000)"),
            new ExampleOption("rules", "N", "how often the rule changes (default: 5)"));

    private static final MapStateDescriptor<Long, Integer> LIMITS =
            new MapStateDescriptor<>("limits by the time from which they hold", Long.class, Integer.class);

    private BroadcastRules() {}

    /** A sensor is so hot. */
    record Reading(int sensor, long timeMillis, int celsius) {

        /** A second after the one before. */
        static Reading of(long number) {
            return new Reading((int) (number % 7), number * 1_000, (int) (number * number % 61) + 20);
        }
    }

    /** From a time on sensors may be so hot. */
    record Rule(long sinceMillis, int celsiusMax) {

        /** The rules that change at equal distances while there are so many readings. */
        static List<Rule> all(long rules, long readings) {
            return LongStream.range(0, rules)
                    .mapToObj(number -> new Rule(number * readings / rules * 1_000, (int) (75 - number * 11 % 30)))
                    .toList();
        }
    }

    /** A reading above the rule of its time. */
    record Alarm(Reading reading, int celsiusMax) {}

    /** Keeps readings until event time has come to them, and judges them then. */
    private static final class Judge extends KeyedBroadcastProcessFunction<Integer, Reading, Rule, Alarm> {

        private static final long serialVersionUID = 1;
        private static final MapStateDescriptor<Long, Integer> WAITING =
                new MapStateDescriptor<>("degrees by time", Long.class, Integer.class);

        @Override
        public void processElement(Reading reading, ReadOnlyContext context, Collector<Alarm> out) throws Exception {
            getRuntimeContext().getMapState(WAITING).put(reading.timeMillis(), reading.celsius());
            context.timerService().registerEventTimeTimer(reading.timeMillis());
        }

        @Override
        public void processBroadcastElement(Rule rule, Context context, Collector<Alarm> out) throws Exception {
            context.getBroadcastState(LIMITS).put(rule.sinceMillis(), rule.celsiusMax());
        }

        @Override
        public void onTimer(long timeMillis, OnTimerContext context, Collector<Alarm> out) throws Exception {
            MapState<Long, Integer> waiting = getRuntimeContext().getMapState(WAITING);
            Reading reading = new Reading(context.getCurrentKey(), timeMillis, waiting.get(timeMillis));
            waiting.remove(timeMillis);
            int celsiusMax = limitAt(timeMillis, context.getBroadcastState(LIMITS));
            if (reading.celsius() > celsiusMax) {
                out.collect(new Alarm(reading, celsiusMax));
            }
        }

        private static int limitAt(long timeMillis, ReadOnlyBroadcastState<Long, Integer> limits) throws Exception {
            long newest = Long.MIN_VALUE;
            int celsiusMax = Integer.MAX_VALUE;
            for (Map.Entry<Long, Integer> limit : limits.immutableEntries()) {
                if (limit.getKey() <= timeMillis && limit.getKey() >= newest) {
                    newest = limit.getKey();
                    celsiusMax = limit.getValue();
                }
            }
            return celsiusMax;
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("broadcast-rules", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        long readings = options.number("readings", 1_000, 1);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        env.fromSequence(0, readings - 1)
                .setParallelism(1) // so that event time rises from reading to reading
                .map(Reading::of)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Reading>forMonotonousTimestamps()
                        .withTimestampAssigner((reading, timestamp) -> reading.timeMillis()))
                .keyBy(Reading::sensor)
                .connect(env.fromData(Rule.all(options.number("rules", 5, 1), readings))
                        .assignTimestampsAndWatermarks(WatermarkStrategy.<Rule>forMonotonousTimestamps()
                                .withTimestampAssigner((rule, timestamp) -> rule.sinceMillis()))
                        .broadcast(LIMITS))
                .process(new Judge())
                .print()
                .setParallelism(1);

        env.execute("broadcast-rules");
    }
}
