package dev.millrace.examples;

import dev.millrace.connectors.basic.file.source.FileSource;
import dev.millrace.connectors.basic.file.source.TextLineInputFormat;
import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.hybrid.HybridSource;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.Path;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.List;

/**
 * Reads history from a file to its end, then what follows; running totals by sensor do not notice the seam. Here some
 * generated readings follow; a socket or a message queue would be read the same way, without end.
 */
public final class HistoryFirst {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("history", "FILE", "lines of a sensor, a comma and a number (default: readings.csv)"),
            new ExampleOption("live", "COUNT", "how many readings follow (default: 9)"));

    private HistoryFirst() {}

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("history-first", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        FileSource<String> history = FileSource.forRecordStreamFormat(
                        new TextLineInputFormat(), new Path(options.text("history", "readings.csv")))
                .build();
        DataGeneratorSource<String> live =
                new DataGeneratorSource<>(HistoryFirst::reading, options.number("live", 9, 0));
        HybridSource<String> readings =
                HybridSource.builder(history).addSource(live).build();

        env.fromSource(readings, WatermarkStrategy.noWatermarks(), "readings")
                .map(Total::parse)
                .keyBy(Total::sensor)
                .reduce(Total::plus)
                .print();

        env.execute("history-first");
    }

    /** The reading of a number: three sensors take turns. */
    static String reading(long number) {
        return "abc".charAt((int) (number % 3)) + "," + number;
    }

    /** What a sensor has measured so far. */
    record Total(String sensor, long sum) {

        static Total parse(String line) {
            String[] parts = line.split(",");
            return new Total(parts[0], Long.parseLong(parts[1]));
        }

        Total plus(Total other) {
            return new Total(sensor, sum + other.sum);
        }

        @Override
        public String toString() {
            return sensor + " " + sum;
        }
    }
}
