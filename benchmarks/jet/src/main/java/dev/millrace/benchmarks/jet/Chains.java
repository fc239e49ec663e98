package dev.millrace.benchmarks.jet;

import com.hazelcast.jet.pipeline.Pipeline;
import dev.millrace.benchmarks.workload.Chain;
import dev.millrace.benchmarks.workload.Chain.Reading;
import dev.millrace.benchmarks.workload.Setup;

/** Map, filter, map. */
final class Chains {
    private Chains() {}

    static void longs(Pipeline pipeline, Setup setup) {
        pipeline.readFrom(Generated.<Long>source(setup, (index, source, sources) -> index * sources + source))
                .map(value -> Chain.spread(value))
                .filter(value -> Chain.keeps(value))
                .map(value -> Chain.fold(value))
                .writeTo(Generated.tally(setup, value -> value));
    }

    static void readings(Pipeline pipeline, Setup setup) {
        pipeline.readFrom(Generated.<Reading>source(
                        setup, (index, source, sources) -> Chain.reading(index * sources + source)))
                .map(reading -> reading.with(Chain.spread(reading.value())))
                .filter(reading -> Chain.keeps(reading.value()))
                .map(reading -> reading.with(Chain.fold(reading.value())))
                .writeTo(Generated.tally(setup, Chain::check));
    }
}
