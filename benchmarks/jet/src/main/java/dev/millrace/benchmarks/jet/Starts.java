package dev.millrace.benchmarks.jet;

import com.hazelcast.jet.datamodel.Tuple2;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.test.TestSources;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Start;

/** Three elements, counted by key. */
final class Starts {
    private Starts() {}

    static void numbers(Pipeline pipeline, Setup setup) {
        pipeline.readFrom(TestSources.items(Start.NUMBERS))
                .groupingKey(number -> number)
                .mapStateful(() -> new long[1], (count, key, number) -> Tuple2.tuple2(key, ++count[0]))
                .writeTo(Generated.tally(setup, count -> Start.check(count.f0(), count.f1())));
    }

    static void words(Pipeline pipeline, Setup setup) {
        pipeline.readFrom(TestSources.items(Start.WORDS))
                .groupingKey(word -> word)
                .mapStateful(() -> new long[1], (count, key, word) -> Tuple2.tuple2(key, ++count[0]))
                .writeTo(Generated.tally(setup, count -> Start.check(count.f0().hashCode(), count.f1())));
    }
}
