package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.FilterFunction;
import dev.millrace.stream.function.OutputSelector;
import java.util.Set;

/** A stream whose records have names by which they are selected; the older form of side outputs. */
@ModelApi
public class SplitStream<OUT> extends DataStream<OUT> {

    private final OutputSelector<OUT> selector;

    SplitStream(DataStream<OUT> stream, OutputSelector<OUT> selector) {
        super(stream.getExecutionEnvironment(), stream.lanes(), stream.declaredType());
        this.selector = selector;
    }

    /** The records that have one of these names. */
    public DataStream<OUT> select(String... outputNames) {
        return filter(new Named<>(selector, Set.of(outputNames))).name("Select");
    }

    private record Named<OUT>(OutputSelector<OUT> selector, Set<String> names) implements FilterFunction<OUT> {

        @Override
        public boolean filter(OUT value) {
            for (String name : selector.select(value)) {
                if (names.contains(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
