package dev.millrace.stream;

import dev.millrace.core.function.CloseableIterator;
import java.util.ArrayList;
import java.util.List;

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
}
