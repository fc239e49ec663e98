package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.Start;
import dev.millrace.benchmarks.workload.WordText.Counted;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Three elements, counted by key. */
final class Starts {
    private Starts() {}

    static void numbers(StreamExecutionEnvironment env) {
        env.fromData(Start.NUMBERS)
                .map(number -> Tuple2.of(number, 1L))
                .returns(Counts.LONG_LONG)
                .keyBy(number -> number.f0)
                .sum(1)
                .sinkTo(new TallySink<>(count -> Start.check(count.f0, count.f1)));
    }

    static void words(StreamExecutionEnvironment env) {
        env.fromData(Start.WORDS)
                .map(word -> new Counted(word, 1))
                .keyBy(Counted::word)
                .reduce(Counted::plus)
                .sinkTo(new TallySink<>(counted -> Start.check(counted.word().hashCode(), counted.count())));
    }
}
