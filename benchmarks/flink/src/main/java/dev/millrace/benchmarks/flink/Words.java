package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.WordText;
import dev.millrace.benchmarks.workload.WordText.Counted;
import java.io.IOException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** A running count of the words in text files. */
final class Words {
    private Words() {}

    static void tuples(StreamExecutionEnvironment env, Setup setup) throws IOException {
        lines(env, setup)
                .flatMap(new Tuples())
                .returns(Types.TUPLE(Types.STRING, Types.LONG))
                .keyBy(word -> word.f0, Types.STRING)
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
        Path text = new Path(WordText.in(setup.scratch(), setup.records()).toUri());
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
