package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.WordText;
import dev.millrace.benchmarks.workload.WordText.Counted;
import dev.millrace.connectors.basic.file.source.FileSource;
import dev.millrace.connectors.basic.file.source.TextLineInputFormat;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.Path;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.io.IOException;

/** A running count of the words in text files. */
final class Words {
    private Words() {}

    static void tuples(StreamExecutionEnvironment env, Setup setup) throws IOException {
        lines(env, setup)
                .flatMap(new Tuples())
                .keyBy(word -> word.f0)
                .sum(1)
                .sinkTo(new TallySink<>(word -> WordText.check(word.f0, word.f1)));
    }

    static void records(StreamExecutionEnvironment env, Setup setup) throws IOException {
        lines(env, setup)
                .flatMap(new Records())
                .keyBy(Counted::word)
                .reduce(Counted::plus)
                .sinkTo(new TallySink<>(counted -> WordText.check(counted.word(), counted.count())));
    }

    private static DataStream<String> lines(StreamExecutionEnvironment env, Setup setup) throws IOException {
        Path text =
                new Path(WordText.in(setup.scratch(), setup.records()).toUri().toString());
        return env.fromSource(
                FileSource.forRecordStreamFormat(new TextLineInputFormat(), text)
                        .build(),
                WatermarkStrategy.noWatermarks(),
                "text");
    }

    private static final class Tuples implements FlatMapFunction<String, Tuple2<String, Long>> {
        private static final long serialVersionUID = 1;

        @Override
        public void flatMap(String line, Collector<Tuple2<String, Long>> words) {
            WordText.split(line, word -> words.collect(Tuple2.of(word, 1L)));
        }
    }

    private static final class Records implements FlatMapFunction<String, Counted> {
        private static final long serialVersionUID = 1;

        @Override
        public void flatMap(String line, Collector<Counted> words) {
            WordText.split(line, word -> words.collect(new Counted(word, 1)));
        }
    }
}
