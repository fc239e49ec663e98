package programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.streaming.api.functions.sink.SinkFunction;

/** Keeps what a program gives, as many tests do: in a list that all instances share. */
public final class Results<T> implements SinkFunction<T> {

    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

    /** What has come, sorted; it is forgotten then. */
    public static List<String> take() {
        List<String> sorted = new ArrayList<>(LINES);
        LINES.clear();
        Collections.sort(sorted);
        return sorted;
    }

    @Override
    public void invoke(T value, Context context) {
        LINES.add(String.valueOf(value));
    }
}
