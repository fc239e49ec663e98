package dev.millrace.examples;

import dev.millrace.stream.DataStream;
import dev.millrace.stream.IterativeStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.List;

/**
 * Continues pairs of numbers as Fibonacci did, each number the sum of the two before it, and prints after how many steps a
 * pair has passed a limit. A pair that has not is led back to where the loop begins.
 */
public final class Iteration {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("pairs", "A:B,A:B...", "the pairs to begin with (default: 1:1,2:5,7:3,34:21,90:80)"),
            new ExampleOption("limit", "N", "the number to pass (default: 100)"));

    private Iteration() {}

    /**
     * A pair on its way.
     *
     * @param name the pair that it began as
     */
    record Pair(String name, long before, long last, int steps) {

        static Pair of(String text) {
            String[] numbers = text.split(":");
            return new Pair(text, Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), 0);
        }

        Pair next() {
            return new Pair(name, last, before + last, steps + 1);
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("iteration", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        long limit = options.number("limit", 100, 1);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        IterativeStream<Pair> loop = env.fromData(
                        List.of(options.text("pairs", "1:1,2:5,7:3,34:21,90:80").split(",")))
                .map(Pair::of)
                .iterate();
        DataStream<Pair> longer = loop.rebalance().map(Pair::next);
        loop.closeWith(longer.filter(pair -> pair.last() <= limit));
        longer.filter(pair -> pair.last() > limit)
                .map(pair ->
                        pair.name() + " passes " + limit + " with " + pair.last() + " after " + pair.steps() + " steps")
                .print()
                .setParallelism(1);

        env.execute("iteration");
    }
}
