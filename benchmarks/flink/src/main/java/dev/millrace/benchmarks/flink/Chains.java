package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.Chain;
import dev.millrace.benchmarks.workload.Chain.Reading;
import dev.millrace.benchmarks.workload.Setup;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Map, filter, map. */
final class Chains {
    private Chains() {}

    static void longs(StreamExecutionEnvironment env, Setup setup) {
        Generated.stream(env, setup, Types.LONG, number -> number)
                .map(value -> Chain.spread(value))
                .filter(value -> Chain.keeps(value))
                .map(value -> Chain.fold(value))
                .sinkTo(new TallySink<>(value -> value));
    }

    static void readings(StreamExecutionEnvironment env, Setup setup) {
        Generated.stream(env, setup, TypeInformation.of(Reading.class), Chain::reading)
                .map(reading -> reading.with(Chain.spread(reading.value())))
                .filter(reading -> Chain.keeps(reading.value()))
                .map(reading -> reading.with(Chain.fold(reading.value())))
                .sinkTo(new TallySink<>(Chain::check));
    }
}
