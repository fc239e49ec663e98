package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.StoreTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that keep all their records, few or many. */
class KeptRecordsTest {

    private static final int LENGTH = 100;

    /** Shows the values in the order in which the window has them. */
    private static final WindowFunction<Happenings.Event, Tuple2<String, String>, String, TimeWindow> SHOWN =
            (key, window, values, out) -> {
                List<Integer> numbers = new ArrayList<>();
                values.forEach(value -> numbers.add(value.value()));
                out.collect(Tuple2.of(key + "@" + window.getEnd(), numbers.toString()));
            };

    private static Happenings.Event record(int number, long time) {
        return new Happenings.Event(Happenings.Kind.RECORD, "key", number, time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "naive"})
    void aWindowHasAllItsRecordsInTheOrderInWhichTheyCame(String backend) throws Exception {
        WindowSpec<Happenings.Event, TimeWindow> spec =
                WindowSpec.of(TumblingEventTimeWindows.of(Duration.ofMillis(LENGTH)));
        OperatorFactory<Happenings.Event, Tuple2<String, String>> windows =
                WindowOperators.collect(spec, WindowCall.of(SHOWN));
        assertThat(windows.create()).isInstanceOf(TotalOperator.class);
        for (int records : List.of(1, ItemList.ITEMS_MAX, ItemList.ITEMS_MAX + 1, 3 * ItemList.ITEMS_MAX)) {
            StoreTrial<Happenings.Event, Tuple2<String, String>> trial =
                    new StoreTrial<>(windows, Happenings.KEY, backend, Happenings.LATE);
            List<Integer> first = new ArrayList<>();
            List<Integer> second = new ArrayList<>();
            for (int number = 0; number < records; number++) {
                trial.record(record(number, number % LENGTH), number % LENGTH);
                trial.record(record(-number, LENGTH + number % LENGTH), LENGTH + number % LENGTH);
                first.add(number);
                second.add(-number);
                if (number % 50 == 20) {
                    trial.restore(1 + number % 3);
                }
            }
            trial.watermark(Long.MAX_VALUE).close();
            assertThat(Happenings.perKey(trial))
                    .isEqualTo(Map.of("key", List.of(LENGTH + first.toString(), 2 * LENGTH + second.toString())));
        }
    }
}
