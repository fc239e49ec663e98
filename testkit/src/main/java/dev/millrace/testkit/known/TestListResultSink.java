package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.stream.function.RichSinkFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A sink that keeps what it is given, in a list of the test's process. */
@ModelApi
public class TestListResultSink<T> extends RichSinkFunction<T> {
    private static final long serialVersionUID = 1;

    private final SharedReference<List<T>> results = Kept.of(Collections.synchronizedList(new ArrayList<>()));

    @Override
    public void invoke(T value) {
        results.get().add(value);
    }

    /** What has come so far, in that order. */
    public List<T> getResult() {
        return results.applySync(ArrayList::new);
    }

    /** What has come so far, by natural order; what has none, by its text. */
    public List<T> getSortedResult() {
        List<T> sorted = getResult();
        sorted.sort((left, right) -> TestBaseUtils.compare(left, right));
        return sorted;
    }
}
