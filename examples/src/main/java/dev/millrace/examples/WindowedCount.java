package dev.millrace.examples;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.List;

/** Counts the visits of each page in every minute of event time; visits come up to five seconds out of order. */
public final class WindowedCount {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("visits", "N", "how many visits to make up (default: 10000)"),
            new ExampleOption("rate", "VISITS_PER_SECOND", "make up no more than that (default: as fast as can be)"));

    private static final int PAGES = 7;
    private static final long MILLIS_BETWEEN_VISITS = 40;
    private static final long LATE_MILLIS_MAX = 5_000;

    private WindowedCount() {}

    /** Somebody looked at a page. */
    public record Visit(String page, long timeMillis) {

        /** The visit of a number; the same one whenever it is asked for. */
        static Visit of(long number) {
            long lateMillis = number * 7919 % LATE_MILLIS_MAX;
            return new Visit("/page/" + number * 31 % PAGES, number * MILLIS_BETWEEN_VISITS - lateMillis);
        }
    }

    /** How often a page was looked at. */
    public record Visits(String page, long count) {

        static Visits sum(Visits a, Visits b) {
            return new Visits(a.page, a.count + b.count);
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("windowed-count", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);
        Double rate = options.rate("rate");

        DataGeneratorSource<Visit> visits = new DataGeneratorSource<>(
                Visit::of,
                options.number("visits", 10_000, 0),
                rate == null ? RateLimiterStrategy.noOp() : RateLimiterStrategy.perSecond(rate));

        env.fromSource(
                        visits,
                        WatermarkStrategy.<Visit>forBoundedOutOfOrderness(Duration.ofMillis(LATE_MILLIS_MAX))
                                .withTimestampAssigner((visit, timestamp) -> visit.timeMillis()),
                        "visits")
                .map(visit -> new Visits(visit.page(), 1))
                .keyBy(Visits::page)
                .window(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
                .reduce(Visits::sum)
                .print()
                .setParallelism(1);

        env.execute("windowed-count");
    }
}
