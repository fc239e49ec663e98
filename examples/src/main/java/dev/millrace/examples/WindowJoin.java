package dev.millrace.examples;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.GeneratorFunction;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.JoinFunction;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.List;

/** Brings the grades and the salaries of people together that become known within the same two seconds of event time. */
public final class WindowJoin {

    private static final List<ExampleOption> OPTIONS =
            JobOptions.with(new ExampleOption("records", "N", "how many of each to make up (default: 200)"));

    static final Duration WINDOW = Duration.ofSeconds(2);
    private static final List<String> NAMES = List.of("Ada", "Edsger", "Grace", "Kurt", "Tony");

    private WindowJoin() {}

    /** Something known about somebody since some time. */
    public record Fact(String name, int value, long timeMillis) {

        static Fact grade(long number) {
            return new Fact(name(number * 7), (int) (number * 3 % 5) + 1, number * 150);
        }

        static Fact salary(long number) {
            return new Fact(name(number * 3 + 1), (int) (number * 97 % 9_000) + 1_000, number * 170);
        }

        private static String name(long number) {
            return NAMES.get((int) (number % NAMES.size()));
        }
    }

    /** Grade and salary of somebody. */
    public record Person(String name, int grade, int salary) {

        static Person of(Fact grade, Fact salary) {
            return new Person(grade.name(), grade.value(), salary.value());
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("window-join", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);
        int count = options.number("records", 200, 0);

        DataStream<Fact> grades = facts(env, "grades", Fact::grade, count);
        DataStream<Fact> salaries = facts(env, "salaries", Fact::salary, count);
        JoinFunction<Fact, Fact, Person> together = Person::of;
        grades.join(salaries)
                .where(Fact::name)
                .equalTo(Fact::name)
                .window(TumblingEventTimeWindows.of(WINDOW))
                .apply(together)
                .print()
                .setParallelism(1);

        env.execute("window-join");
    }

    private static DataStream<Fact> facts(
            StreamExecutionEnvironment env, String name, GeneratorFunction<Long, Fact> facts, int count) {
        return env.fromSource(
                new DataGeneratorSource<>(facts, count),
                WatermarkStrategy.<Fact>forMonotonousTimestamps()
                        .withTimestampAssigner((fact, timestamp) -> fact.timeMillis()),
                name);
    }
}
