package dev.millrace.examples;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.List;

/** Tells for each hour which driver got most in tips: first the sum of each driver, then the largest of all. */
public final class HourlyTips {

    private static final List<ExampleOption> OPTIONS =
            JobOptions.with(new ExampleOption("rides", "N", "how many rides to make up (default: 500)"));

    static final Duration HOUR = Duration.ofHours(1);

    private HourlyTips() {}

    /** What a driver got in an hour. */
    public record Tips(long hourEndMillis, int driver, double sum) {

        /** The larger sum; of equal ones that of the lower number. */
        static Tips larger(Tips a, Tips b) {
            boolean first = a.sum == b.sum ? a.driver < b.driver : a.sum > b.sum;
            return first ? a : b;
        }
    }

    /** Adds the end of the hour to a driver's sum. */
    private static final class AtEndOfHour extends ProcessWindowFunction<Ride.Fare, Tips, Integer, TimeWindow> {

        private static final long serialVersionUID = 1;

        @Override
        public void process(Integer driver, Context context, Iterable<Ride.Fare> sums, Collector<Tips> out) {
            out.collect(new Tips(
                    context.window().getEnd(), driver, sums.iterator().next().tip()));
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("hourly-tips", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        ReduceFunction<Ride.Fare> sum =
                (a, b) -> new Ride.Fare(a.ride(), a.driver(), a.tip() + b.tip(), b.timeMillis());
        env.fromData(Ride.fares(options.number("rides", 500, 1)))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Ride.Fare>forMonotonousTimestamps()
                        .withTimestampAssigner((fare, timestamp) -> fare.timeMillis()))
                .keyBy(Ride.Fare::driver)
                .window(TumblingEventTimeWindows.of(HOUR))
                .reduce(sum, new AtEndOfHour())
                .windowAll(TumblingEventTimeWindows.of(HOUR))
                .reduce(Tips::larger)
                .print()
                .setParallelism(1);

        env.execute("hourly-tips");
    }
}
