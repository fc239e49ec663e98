package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.eventtime.Time;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.WindowFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsRunTest {

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    /** Key, value and time. */
    record Click(String user, int amount, long time) {}

    private static final List<Click> CLICKS = IntStream.range(0, 2_000)
            .mapToObj(i -> new Click("u" + i % 11, i % 13, i * 7L + (i * 31L) % 50))
            .toList();

    private SingleOutputStreamOperator<Click> clicks() {
        return environment
                .fromData(CLICKS)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Click>forBoundedOutOfOrderness(Duration.ofMillis(50))
                        .withTimestampAssigner((click, before) -> click.time()))
                .setParallelism(1);
    }

    private static Map<String, Integer> expectedSums(long size) {
        Map<String, Integer> sums = new TreeMap<>();
        CLICKS.forEach(click -> sums.merge(
                click.user() + "@" + Math.floorDiv(click.time(), size) * size, click.amount(), Integer::sum));
        return sums;
    }

    private static Map<String, Integer> asMap(List<Tuple2<String, Integer>> results) {
        Map<String, Integer> map = new TreeMap<>();
        results.forEach(pair -> assertThat(map.put(pair.f0, pair.f1)).isNull());
        return map;
    }

    @Test
    void tumblingSumsAreThoseOfPlainCode() throws Exception {
        List<Tuple2<String, Integer>> results = Runs.results(clicks().keyBy(Click::user)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(100)))
                .reduce(
                        (a, b) -> new Click(a.user(), a.amount() + b.amount(), a.time()),
                        new WindowFunction<Click, Tuple2<String, Integer>, String, TimeWindow>() {
                            @Override
                            public void apply(
                                    String user,
                                    TimeWindow window,
                                    Iterable<Click> input,
                                    Collector<Tuple2<String, Integer>> out) {
                                input.forEach(click ->
                                        out.collect(Tuple2.of(user + "@" + window.getStart(), click.amount())));
                            }
                        }));
        assertThat(asMap(results)).isEqualTo(expectedSums(100));
    }

    @Test
    void aProcessFunctionSeesEveryRecordOfItsWindow() throws Exception {
        List<Tuple2<String, Integer>> results = Runs.results(clicks().keyBy(Click::user)
                .window(TumblingEventTimeWindows.of(Time.milliseconds(250)))
                .process(new ProcessWindowFunction<Click, Tuple2<String, Integer>, String, TimeWindow>() {
                    @Override
                    public void process(
                            String user,
                            Context context,
                            Iterable<Click> elements,
                            Collector<Tuple2<String, Integer>> out) {
                        int sum = 0;
                        for (Click click : elements) {
                            sum += click.amount();
                        }
                        out.collect(Tuple2.of(user + "@" + context.window().getStart(), sum));
                    }
                }));
        assertThat(asMap(results)).isEqualTo(expectedSums(250));
    }

    @Test
    void windowsOfTheWholeStreamRunInOneInstance() throws Exception {
        List<Integer> sums = Runs.results(clicks().map(Click::amount)
                .windowAll(TumblingEventTimeWindows.of(Duration.ofMillis(1_000)))
                .sum(0));
        assertThat(sums.stream().mapToInt(x -> x).sum())
                .isEqualTo(CLICKS.stream().mapToInt(Click::amount).sum());
        assertThat(sums).hasSize(expectedWindows(1_000));
    }

    private static int expectedWindows(long size) {
        return (int)
                CLICKS.stream().map(click -> click.time() / size).distinct().count();
    }

    @Test
    void slidingWindowsAndSessionsHoldAsManyRecordsAsPlainCodeSays() throws Exception {
        List<Tuple2<String, Integer>> sliding = Runs.results(clicks().map(click -> Tuple2.of(click.user(), 1))
                .keyBy(pair -> pair.f0)
                .window(SlidingEventTimeWindows.of(Duration.ofMillis(300), Duration.ofMillis(100)))
                .sum(1));
        assertThat(sliding.stream().mapToInt(pair -> pair.f1).sum()).isEqualTo(3 * CLICKS.size());
        List<Tuple2<String, Integer>> sessions = Runs.results(clicks().map(click -> Tuple2.of(click.user(), 1))
                .keyBy(pair -> pair.f0)
                .window(EventTimeSessionWindows.withGap(Duration.ofSeconds(1)))
                .sum(1));
        assertThat(sessions).hasSize(11);
        assertThat(sessions.stream().mapToInt(pair -> pair.f1).sum()).isEqualTo(CLICKS.size());
    }

    @Test
    void lateRecordsGoToTheirSideOutputAndNothingIsLost() throws Exception {
        OutputTag<Click> late = new OutputTag<>("late");
        List<Click> shuffled = new ArrayList<>(CLICKS);
        Collections.reverse(shuffled.subList(500, 1_500));
        SingleOutputStreamOperator<Integer> counts = environment
                .fromData(shuffled)
                .assignTimestampsAndWatermarks(everyRecord())
                .setParallelism(1)
                .keyBy(Click::user)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(100)))
                .sideOutputLateData(late)
                .apply(new WindowFunction<Click, Integer, String, TimeWindow>() {
                    @Override
                    public void apply(String user, TimeWindow window, Iterable<Click> input, Collector<Integer> out) {
                        int count = 0;
                        for (Click click : input) {
                            count += click.user().equals(user) ? 1 : 0;
                        }
                        out.collect(count);
                    }
                });
        CloseableIterator<Click> tooLate = counts.getSideOutput(late).collectAsync();
        int inTime = Runs.results(counts).stream().mapToInt(x -> x).sum();
        List<Click> dropped = new ArrayList<>();
        tooLate.forEachRemaining(dropped::add);
        assertThat(dropped).hasSizeGreaterThan(500);
        assertThat(inTime + dropped.size()).isEqualTo(CLICKS.size());
    }

    private static WatermarkStrategy<Click> everyRecord() {
        return WatermarkStrategy.<Click>forGenerator(context -> new WatermarkGenerator<>() {
                    @Override
                    public void onEvent(Click event, long eventTimestamp, WatermarkOutput output) {
                        output.emitWatermark(new Watermark(eventTimestamp - 1));
                    }

                    @Override
                    public void onPeriodicEmit(WatermarkOutput output) {}
                })
                .withTimestampAssigner((click, before) -> click.time());
    }

    @Test
    void countWindowsFireForEverySoManyRecordsOfAKey() throws Exception {
        List<Tuple2<String, Integer>> results = Runs.results(environment
                .fromData(CLICKS)
                .map(click -> Tuple2.of(click.user(), 1))
                .keyBy(pair -> pair.f0)
                .countWindow(10)
                .sum(1));
        assertThat(results).hasSize(11 * (CLICKS.size() / 11 / 10)).allMatch(pair -> pair.f1 == 10);
    }
}
