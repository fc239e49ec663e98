package dev.millrace.examples;

import dev.millrace.core.function.OpenContext;
import dev.millrace.stream.AsyncDataStream;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.async.RichAsyncFunction;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks the colour of each number up in a service that takes its time, many numbers at once. */
public final class AsyncIo {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("numbers", "N", "how many numbers to look up (default: 1000)"),
            new ExampleOption("order", "kept|free", "whether results keep the order of the numbers (default: kept)"),
            new ExampleOption("capacity", "N", "how many lookups may be under way (default: 50)"));

    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private AsyncIo() {}

    /** A number and what the service says of it. */
    public record Coloured(long number, String colour) {

        static Coloured of(long number) {
            return new Coloured(number, COLOURS.get((int) (number % COLOURS.size())));
        }
    }

    /** Stands for a client of the service: answers after some milliseconds, from a thread of its own. */
    private static final class Lookup extends RichAsyncFunction<Long, Coloured> {

        private static final long serialVersionUID = 1;

        private transient ScheduledExecutorService service;

        @Override
        public void open(OpenContext openContext) {
            service = Executors.newSingleThreadScheduledExecutor();
        }

        @Override
        public void asyncInvoke(Long number, ResultFuture<Coloured> result) {
            service.schedule(
                    () -> result.complete(List.of(Coloured.of(number))), number * 7 % 5, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            service.shutdownNow();
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("async-io", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);
        int count = options.number("numbers", 1_000, 1);
        int capacity = options.number("capacity", 50, 1);

        DataStream<Long> numbers = env.fromSequence(0, count - 1).setParallelism(1);
        DataStream<Coloured> coloured = "free".equals(options.text("order", "kept"))
                ? AsyncDataStream.unorderedWait(numbers, new Lookup(), 1, TimeUnit.MINUTES, capacity)
                : AsyncDataStream.orderedWait(numbers, new Lookup(), 1, TimeUnit.MINUTES, capacity)
                        .setParallelism(1);
        coloured.print().setParallelism(1);

        env.execute("async-io");
    }
}
