package dev.millrace.examples;

import dev.millrace.connectors.basic.file.sink.BasePathBucketAssigner;
import dev.millrace.connectors.basic.file.sink.FileSink;
import dev.millrace.connectors.basic.file.sink.OnCheckpointRollingPolicy;
import dev.millrace.connectors.basic.file.sink.SimpleStringEncoder;
import dev.millrace.connectors.basic.file.source.FileSource;
import dev.millrace.connectors.basic.file.source.TextLineInputFormat;
import dev.millrace.connectors.basic.generator.RateLimitedSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.connector.Source;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.Path;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.List;

/**
 * Counts the words of text files as they are read: for every word a line {@code word,count} with its count so far. A
 * word's highest count is its final one. With checkpoints the files written are exact, whatever happens to the process.
 */
public final class WordCount {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("input", "FILE|DIR|GLOB", "text to read, also .gz (default: the documentation)"),
            new ExampleOption("output", "DIR", "write files there (default: print)"),
            new ExampleOption("rate", "LINES_PER_SECOND", "read no faster than that (default: as fast as can be)"));

    private WordCount() {}

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("word-count", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        Source<String, ?, ?> text = FileSource.forRecordStreamFormat(
                        new TextLineInputFormat(), Documentation.orInput(options))
                .build();
        Double rate = options.rate("rate");
        Source<String, ?, ?> lines =
                rate == null ? text : new RateLimitedSource<>(text, RateLimiterStrategy.perSecond(rate));

        DataStream<String> counts = env.fromSource(lines, WatermarkStrategy.noWatermarks(), "text")
                .flatMap(new Words())
                .name("words")
                .keyBy(word -> word.f0)
                .sum(1)
                .name("count")
                .map(count -> count.f0 + "," + count.f1)
                .name("line");

        String output = options.text("output", null);
        if (output == null) {
            counts.print().setParallelism(1);
        } else {
            counts.sinkTo(FileSink.forRowFormat(new Path(output), new SimpleStringEncoder<String>())
                            .withBucketAssigner(new BasePathBucketAssigner<>())
                            .withRollingPolicy(OnCheckpointRollingPolicy.build())
                            .build())
                    .name("files");
        }
        env.execute("word-count");
    }
}
