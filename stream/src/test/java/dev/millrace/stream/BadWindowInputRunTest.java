package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.CumulativeEventTimeWindows;
import dev.millrace.stream.window.DynamicEventTimeSessionWindows;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.GlobalWindows;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.TriggerResult;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowAssigner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What windows, joins, triggers and timers cannot do: each is an error that names the operator and the record or key. */
class BadWindowInputRunTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    @BeforeEach
    void noRestarts() {
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    /** 1 to 9, one a millisecond, without timestamps. */
    private SingleOutputStreamOperator<Long> plain() {
        return environment.fromSequence(1, 9).map(number -> number).name("numbers");
    }

    private SingleOutputStreamOperator<Long> timed() {
        return plain().assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forMonotonousTimestamps()
                        .withTimestampAssigner((number, before) -> number))
                .name("timed");
    }

    private static Long nullFor7(Long number) {
        return number == 7 ? null : number;
    }

    private void assertFails(DataStream<?> stream, String... words) {
        stream.sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("bad")).message().contains(words);
    }

    private DataStream<Long> sums(WindowAssigner<? super Long, ? extends Window> assigner) {
        return plain().keyBy(number -> 1).window(assigner).reduce(Long::sum);
    }

    @Test
    void aKeyOfAWindowThatIsNull() {
        DataStream<Long> sums = timed().keyBy(BadWindowInputRunTest::nullFor7)
                .window(TumblingEventTimeWindows.of(SECOND))
                .reduce(Long::sum);
        assertFails(sums, "A key is null", "operator 'key selector after 'Combine(Window(", "record 7");
    }

    @Test
    void aKeyOfAWindowJoinThatIsNull() {
        DataStream<Long> joined = timed().join(timed())
                .where(number -> number)
                .equalTo(BadWindowInputRunTest::nullFor7)
                .window(TumblingEventTimeWindows.of(SECOND))
                .apply((left, right) -> left + right);
        assertFails(joined, "A key is null", "operator 'key selector after 'timed''", "record 7");
    }

    @Test
    void aKeyOfACoGroupThatIsNull() {
        DataStream<Long> grouped = timed().coGroup(timed())
                .where(BadWindowInputRunTest::nullFor7)
                .equalTo(number -> number)
                .window(TumblingEventTimeWindows.of(SECOND))
                .apply((left, right, out) -> {});
        assertFails(grouped, "A key is null", "operator 'key selector after 'timed''", "record 7");
    }

    @Test
    void aKeyOfAnIntervalJoinThatIsNull() {
        DataStream<Long> joined = timed().keyBy(BadWindowInputRunTest::nullFor7)
                .intervalJoin(timed().keyBy(number -> number))
                .between(SECOND.negated(), SECOND)
                .process(new NoPairs());
        assertFails(joined, "A key is null", "operator 'key selector after 'timed''", "record 7");
    }

    private static final class NoPairs extends ProcessJoinFunction<Long, Long, Long> {

        @Override
        public void processElement(Long left, Long right, Context ctx, Collector<Long> out) {}
    }

    @Test
    void aNullRecordOfAWindow() {
        DataStream<Long> sums = timed().map(BadWindowInputRunTest::nullFor7)
                .name("holes")
                .windowAll(TumblingEventTimeWindows.of(SECOND))
                .reduce(Long::sum);
        assertFails(sums, "goes to other tasks is null", "-> holes -> Combine(", "operator 'Combine(WindowAll(");
    }

    @Test
    void windowsThatOverlapOfRecordsWithoutTimestamps() {
        assertFails(
                sums(SlidingEventTimeWindows.of(SECOND, Duration.ofMillis(100))),
                "has no timestamp",
                "operator 'Window(",
                "record ");
    }

    @Test
    void sessionsOfRecordsWithoutTimestamps() {
        assertFails(sums(EventTimeSessionWindows.withGap(SECOND)), "has no timestamp", "operator 'Window(", "record ");
    }

    @Test
    void cumulativeWindowsOfRecordsWithoutTimestamps() {
        assertFails(
                sums(CumulativeEventTimeWindows.of(SECOND, Duration.ofMillis(100))),
                "has no timestamp",
                "operator 'Window(",
                "record ");
    }

    @Test
    void aWindowJoinOfRecordsWithoutTimestamps() {
        DataStream<Long> joined = plain().join(plain())
                .where(number -> number)
                .equalTo(number -> number)
                .window(TumblingEventTimeWindows.of(SECOND))
                .apply((left, right) -> left + right);
        assertFails(joined, "has no timestamp", "operator 'Join(", "record ");
    }

    @Test
    void windowsThatLastNoTime() {
        assertThatThrownBy(() -> sums(TumblingEventTimeWindows.of(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("windows need a size and a slide above 0 ms, not 0");
        assertThatThrownBy(() -> sums(TumblingProcessingTimeWindows.of(SECOND.negated())))
                .hasMessageContaining("above 0 ms, not -1000");
        assertThatThrownBy(() -> sums(SlidingEventTimeWindows.of(SECOND, Duration.ZERO)))
                .hasMessageContaining("above 0 ms");
        assertThatThrownBy(() -> sums(CumulativeEventTimeWindows.of(SECOND, Duration.ZERO)))
                .hasMessageContaining("above 0 ms");
        assertThatThrownBy(() -> sums(EventTimeSessionWindows.withGap(Duration.ZERO)))
                .hasMessageContaining("above 0 ms, not 0");
        KeyedStream<Long, Long> keyed = plain().keyBy(number -> number);
        assertThatThrownBy(() -> keyed.countWindow(0)).hasMessageContaining("1 or more, not 0");
        assertThatThrownBy(() -> keyed.countWindow(0, 1)).hasMessageContaining("1 or more records, not 0");
        assertThatThrownBy(() -> keyed.countWindow(1, 0)).hasMessageContaining("1 or more, not 0");
        assertThatThrownBy(() -> plain().countWindowAll(0)).hasMessageContaining("1 or more, not 0");
        assertThatThrownBy(() -> keyed.intervalJoin(keyed).between(SECOND, SECOND.negated()))
                .hasMessageContaining("lower");
    }

    @Test
    void aSessionWhoseGapOfARecordLastsNoTime() {
        DataStream<Long> sums = timed().keyBy(number -> 1)
                .window(DynamicEventTimeSessionWindows.withDynamicGap(number -> 7L - (Long) number))
                .reduce(Long::sum);
        assertFails(sums, "the gap of a session must be above 0 ms, not 0", "operator 'Combine(Window(", "record 7");
    }

    /** Answers null where an accumulator is needed, or as its result. */
    private static final class NullSum implements AggregateFunction<Long, Long, Long> {

        private final boolean asResult;

        NullSum(boolean asResult) {
            this.asResult = asResult;
        }

        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Long value, Long accumulator) {
            return asResult || value != 7 ? accumulator : null;
        }

        @Override
        public Long getResult(Long accumulator) {
            return null;
        }

        @Override
        public Long merge(Long a, Long b) {
            return a + b;
        }
    }

    @Test
    void anAggregateFunctionThatReturnsNull() {
        DataStream<Long> sums = timed().keyBy(number -> 1)
                .window(TumblingEventTimeWindows.of(SECOND))
                .aggregate(new NullSum(false));
        assertFails(sums, "answered null as its accumulator", "operator 'Combine(Window(", "record 7");
    }

    @Test
    void aReduceFunctionOfAWindowThatReturnsNull() {
        DataStream<Long> sums = timed().keyBy(number -> 1)
                .window(EventTimeSessionWindows.withGap(SECOND))
                .reduce((a, b) -> b == 7 ? null : a + b);
        assertFails(sums, "the reduce function of a window answered null", "operator 'Combine(Window(", "record 7");
    }

    /** Throws, or answers null, where it is told to. */
    private static final class Trap<T> extends Trigger<T, TimeWindow> {

        private enum Where {
            RECORD,
            NULL_FOR_RECORD,
            EVENT_TIME,
            NULL_FOR_TIMER,
            PROCESSING_TIME
        }

        private final Where where;

        Trap(Where where) {
            this.where = where;
        }

        @Override
        public TriggerResult onElement(T element, long timestamp, TimeWindow window, TriggerContext ctx) {
            if (where == Where.RECORD) {
                throw new IllegalStateException("trap");
            }
            if (where == Where.PROCESSING_TIME) {
                ctx.registerProcessingTimeTimer(0);
            } else {
                ctx.registerEventTimeTimer(window.maxTimestamp());
            }
            return where == Where.NULL_FOR_RECORD ? null : TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext ctx) {
            if (where == Where.NULL_FOR_TIMER) {
                return null;
            }
            throw new IllegalStateException("trap");
        }

        @Override
        public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext ctx) {
            throw new IllegalStateException("trap");
        }

        @Override
        public void clear(TimeWindow window, TriggerContext ctx) {}
    }

    private void assertFails(Trap.Where where, String... words) {
        DataStream<Long> sums = timed().keyBy(number -> "key " + number % 1)
                .window(TumblingEventTimeWindows.of(SECOND))
                .trigger(new Trap<>(where))
                .reduce(Long::sum);
        assertFails(sums, words);
    }

    @Test
    void aTriggerThatThrowsAtARecord() {
        assertFails(Trap.Where.RECORD, "trap", "operator 'Window(", "record ");
    }

    @Test
    void aTriggerThatThrowsAtATimer() {
        assertFails(
                Trap.Where.EVENT_TIME,
                "trap",
                "operator 'Window(",
                "record none, but the event-time timer at 999 of TimeWindow{start=0, end=1000}, key key 0");
    }

    @Test
    void aTriggerThatThrowsAtATimerOfTheClock() {
        DataStream<Long> sums = timed().union(never())
                .keyBy(number -> "key " + number % 1)
                .window(TumblingEventTimeWindows.of(SECOND))
                .trigger(new Trap<>(Trap.Where.PROCESSING_TIME))
                .reduce(Long::sum);
        assertFails(
                sums,
                "trap",
                "operator 'Window(",
                "record none, but the processing-time timer at 0 of TimeWindow{start=0, end=1000}, key key 0");
    }

    /** Does not end, so that the clock's timers fire. */
    private DataStream<Long> never() {
        return environment.fromSequence(1, Long.MAX_VALUE).filter(number -> false);
    }

    @Test
    void aTriggerThatAnswersNull() {
        assertFails(
                Trap.Where.NULL_FOR_RECORD, "answered null", "TriggerResult.CONTINUE", "operator 'Window(", "record ");
        assertFails(Trap.Where.NULL_FOR_TIMER, "answered null", "operator 'Window(", "record none, but the event-time");
    }

    /** Assigns nothing that is a window. */
    private static final class NoWindows extends WindowAssigner<Object, TimeWindow> {

        @Override
        public List<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
            return null;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // the trigger looks at no record
        public Trigger<Object, TimeWindow> getDefaultTrigger() {
            return new Trap<>(Trap.Where.RECORD);
        }

        @Override
        public boolean isEventTime() {
            return true;
        }
    }

    @Test
    void anAssignerThatAnswersNull() {
        assertFails(sums(new NoWindows()), "answered null for a record", "operator 'Window(", "record ");
    }

    private static final class LateThrower extends KeyedProcessFunction<Long, Long, Long> {

        @Override
        public void processElement(Long value, Context ctx, Collector<Long> out) {
            ctx.timerService().registerEventTimeTimer(value + 100);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<Long> out) {
            throw new IllegalStateException("trap");
        }
    }

    @Test
    void aTimerThatThrows() {
        DataStream<Long> thrown =
                timed().keyBy(number -> number / 10).process(new LateThrower()).name("thrower");
        assertFails(thrown, "trap", "operator 'thrower'", "record none, but the event-time timer at 101, key 0");
    }

    @Test
    void aTriggerOrAnAssignerThatIsNull() {
        assertThatThrownBy(() -> plain().windowAll(GlobalWindows.create()).trigger(null))
                .hasMessageContaining("the trigger must not be null");
        assertThatThrownBy(() -> plain().keyBy(number -> number).window(null))
                .hasMessageContaining("the window assigner must not be null");
    }
}
