package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.CloseableIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs programs on the engine and gives back what their streams held. */
final class Runs {

    private Runs() {}

    static StreamExecutionEnvironment environment(int parallelism) {
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    }

    @SuppressWarnings("try") // closing may wait for the job to end
    static <T> List<T> results(DataStream<T> stream) throws Exception {
        List<T> results = new ArrayList<>();
        try (CloseableIterator<T> all = stream.executeAndCollect()) {
            all.forEachRemaining(results::add);
        }
        return results;
    }

    /** Fails with the first few differences unless both hold the same records equally often, in any order. */
    static <T> void assertSameRecords(Collection<T> actual, Collection<T> expected) {
        Map<T, Integer> surplus = new LinkedHashMap<>();
        actual.forEach(each -> surplus.merge(each, 1, Integer::sum));
        expected.forEach(each -> surplus.merge(each, -1, Integer::sum));
        surplus.values().removeIf(count -> count == 0);
        String first =
                surplus.entrySet().stream().limit(20).map(Object::toString).collect(Collectors.joining(", "));
        assertThat(surplus.size())
                .as(actual.size() + " records instead of " + expected.size() + ", surplus " + first)
                .isZero();
    }
}
