package dev.millrace.examples;

import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.List;

/** Counts the words that a server sends, as they come: start {@code nc -lk 9999}, then this, and type. */
public final class SocketWordCount {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("host", "NAME", "where the server is (default: localhost)"),
            new ExampleOption("port", "N", "the server's port (default: 9999)"));

    private SocketWordCount() {}

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("socket-word-count", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        env.socketTextStream(options.text("host", "localhost"), options.number("port", 9999, 1))
                .flatMap(new Words())
                .keyBy(word -> word.f0)
                .sum(1)
                .print()
                .setParallelism(1);

        env.execute("socket-word-count");
    }
}
