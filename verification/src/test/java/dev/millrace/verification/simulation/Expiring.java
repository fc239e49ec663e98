package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.StateTtlConfig;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.law.BrokenLaw;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * State that expires beside state that does not: a value is gone if and only if its time was over, and what does not expire
 * counts on.
 */
record Expiring(Numbers source, long keys, long ttlMillis, boolean renewedByReading) implements Shape.Sized {
    static Expiring of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Expiring(
                Sizes.numbers(random),
                Sizes.keys(random),
                1 + random.nextInt(1 << random.nextInt(1, 11)),
                random.nextBoolean());
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .process(new Remember(ttlMillis, renewedByReading))
                .sinkTo(new SimulatedSink<>("counts"));
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long key = 0; key < keys; key++) {
            long ofKey = 0;
            for (long number = source.first(); number < source.end(); number++) {
                if (number % keys == key) {
                    expected.add(key + ":" + ++ofKey);
                }
            }
        }
        Results.requireSame(outcome.committed("counts"), expected);
    }

    /** The latest time that any clock showed: what was over then may be gone for ever, though a clock was set back since. */
    private static final class Latest {
        private long millis;

        static Latest here() {
            return World.current().shared(Latest.class, Latest::new);
        }
    }

    private static final class Remember extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private static final long FIELDS = 4;
        private final long ttlMillis;
        private final boolean renewedByReading;
        private transient ValueState<Long> count;
        private transient ValueState<Long> expiringCount;
        private transient ValueState<Long> written;
        private transient ValueState<Long> since;
        private transient MapState<Long, Long> expiringFields;
        private transient MapState<Long, Long> sinceOfField;

        Remember(long ttlMillis, boolean renewedByReading) {
            this.ttlMillis = ttlMillis;
            this.renewedByReading = renewedByReading;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            StateTtlConfig.Builder ttl = StateTtlConfig.newBuilder(Duration.ofMillis(ttlMillis));
            StateTtlConfig config =
                    (renewedByReading ? ttl.updateTtlOnReadAndWrite() : ttl.updateTtlOnCreateAndWrite()).build();
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class, 0L));
            written = getRuntimeContext().getState(new ValueStateDescriptor<>("written", Long.class));
            since = getRuntimeContext().getState(new ValueStateDescriptor<>("since", Long.class));
            sinceOfField = getRuntimeContext().getMapState(new MapStateDescriptor<>("fields", Long.class, Long.class));
            ValueStateDescriptor<Long> value = new ValueStateDescriptor<>("expiring", Long.class);
            value.enableTimeToLive(config);
            expiringCount = getRuntimeContext().getState(value);
            MapStateDescriptor<Long, Long> fields = new MapStateDescriptor<>("expiring-fields", Long.class, Long.class);
            fields.enableTimeToLive(config);
            expiringFields = getRuntimeContext().getMapState(fields);
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) throws Exception {
            long now = context.timerService().currentProcessingTime();
            Latest.here().millis = Math.max(Latest.here().millis, now);
            Long seen = expiringCount.value();
            requireExpired(seen == null, since.value(), now, "the value of key " + context.getCurrentKey());
            if (seen != null && !seen.equals(written.value())) {
                broken("the value of key " + context.getCurrentKey() + " is " + seen + ", not " + written.value());
            }
            // written now and then only, so that a value also lives by being read
            boolean writes = seen == null || number % 2 == 0;
            count.update(count.value() + 1);
            if (writes) {
                expiringCount.update(count.value());
                written.update(count.value());
            }
            if (writes || renewedByReading) {
                since.update(now);
            }
            field(number % FIELDS, now);
            out.collect(context.getCurrentKey() + ":" + count.value());
        }

        private void field(long field, long now) throws Exception {
            Long seen = expiringFields.get(field);
            requireExpired(seen == null, sinceOfField.get(field), now, "field " + field);
            if (seen == null || renewedByReading) {
                sinceOfField.put(field, now);
            }
            if (seen == null) {
                expiringFields.put(field, now);
            }
        }

        private void requireExpired(boolean gone, Long since, long now, String what) {
            boolean isOver = since == null || since + ttlMillis <= now;
            boolean wasOver = since == null || since + ttlMillis <= Latest.here().millis;
            if (gone ? !wasOver : isOver) {
                broken(what + (gone ? " is gone" : " is there") + " at " + now + ", written at " + since
                        + " to live for " + ttlMillis + " ms");
            }
        }

        private static void broken(String what) {
            BrokenLaw law = new BrokenLaw(what);
            World.current().fail(law);
            throw law;
        }
    }
}
