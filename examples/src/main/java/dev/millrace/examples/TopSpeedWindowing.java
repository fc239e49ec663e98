package dev.millrace.examples;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.window.DeltaTrigger;
import dev.millrace.stream.window.GlobalWindows;
import dev.millrace.stream.window.TimeEvictor;
import java.time.Duration;
import java.util.List;

/** Tells, every 50 metres that a car goes, its top speed within the last ten seconds. */
public final class TopSpeedWindowing {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("readings", "N", "how many readings of cars to make up (default: 2000)"),
            new ExampleOption("metres", "N", "tell the top speed every so many metres (default: 50)"));

    static final Duration LOOKS_BACK = Duration.ofSeconds(10);
    private static final int CARS = 3;
    private static final long MILLIS_BETWEEN_READINGS = 500;

    private TopSpeedWindowing() {}

    /** How fast a car goes, and how far it has come. */
    public record Reading(int car, double kmh, double metres, long timeMillis) {

        /** The reading of a number; the same one whenever it is asked for. */
        static Reading of(long number) {
            int car = (int) (number % CARS);
            long tick = number / CARS;
            double kmh = 50 + 40 * Math.sin(tick / (10.0 + car)) + car;
            double metres = tick * 50 / 3.6 * MILLIS_BETWEEN_READINGS / 1_000.0;
            return new Reading(car, kmh, metres, tick * MILLIS_BETWEEN_READINGS);
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("top-speed-windowing", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);
        double metres = options.number("metres", 50, 1);

        env.fromSource(
                        new DataGeneratorSource<>(Reading::of, options.number("readings", 2_000, 0)),
                        WatermarkStrategy.<Reading>forMonotonousTimestamps()
                                .withTimestampAssigner((reading, timestamp) -> reading.timeMillis()),
                        "readings")
                .setParallelism(1)
                .keyBy(Reading::car)
                .window(GlobalWindows.create())
                .evictor(TimeEvictor.of(LOOKS_BACK))
                .trigger(DeltaTrigger.of(metres, (Reading last, Reading now) -> now.metres() - last.metres()))
                .maxBy("kmh")
                .print()
                .setParallelism(1);

        env.execute("top-speed-windowing");
    }
}
