package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Chain;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.stream.StreamExecutionEnvironment;

/** Map, filter, map. */
final class Chains {
    private Chains() {}

    static void longs(StreamExecutionEnvironment env, Setup setup) {
        Generated.stream(env, setup, number -> number)
                .map(value -> Chain.spread(value))
                .filter(value -> Chain.keeps(value))
                .map(value -> Chain.fold(value))
                .sinkTo(new TallySink<>(value -> value));
    }

    static void readings(StreamExecutionEnvironment env, Setup setup) {
        Generated.stream(env, setup, number -> Chain.reading(number))
                .map(reading -> reading.with(Chain.spread(reading.value())))
                .filter(reading -> Chain.keeps(reading.value()))
                .map(reading -> reading.with(Chain.fold(reading.value())))
                .sinkTo(new TallySink<>(Chain::check));
    }
}
