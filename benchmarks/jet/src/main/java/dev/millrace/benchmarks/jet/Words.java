package dev.millrace.benchmarks.jet;

import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.datamodel.Tuple2;
import com.hazelcast.jet.pipeline.BatchStage;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sources;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.WordText;
import dev.millrace.benchmarks.workload.WordText.Counted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A running count of the words in text files. */
final class Words {
    private Words() {}

    static void tuples(Pipeline pipeline, Setup setup) throws IOException {
        words(pipeline, setup)
                .groupingKey(word -> word)
                .mapStateful(() -> new long[1], (count, key, word) -> Tuple2.tuple2(key, ++count[0]))
                .writeTo(Generated.tally(setup, count -> WordText.check(count.f0(), count.f1())));
    }

    static void records(Pipeline pipeline, Setup setup) throws IOException {
        words(pipeline, setup)
                .map(word -> new Counted(word, 1))
                .groupingKey(Counted::word)
                .mapStateful(() -> new Counted[1], (sum, key, counted) -> {
                    sum[0] = sum[0] == null ? counted : sum[0].plus(counted);
                    return sum[0];
                })
                .writeTo(Generated.tally(setup, counted -> WordText.check(counted.word(), counted.count())));
    }

    private static BatchStage<String> words(Pipeline pipeline, Setup setup) throws IOException {
        return pipeline.readFrom(Sources.files(
                        WordText.in(setup.scratch(), setup.records()).toString()))
                .flatMap(Words::split);
    }

    private static Traverser<String> split(String line) {
        List<String> words = new ArrayList<>();
        WordText.split(line, words::add);
        return Traversers.traverseIterable(words);
    }
}
