package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.KeySelector;
import dev.millrace.stream.trial.OperatorTrial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeltaTest {

    private static final KeySelector<Integer, String> ONE_KEY = value -> "key";

    private static OperatorTrial<Integer, List<Integer>> trial(WindowSpec<Integer, GlobalWindow> spec)
            throws Exception {
        WindowFunction<Integer, List<Integer>, String, GlobalWindow> tell = (key, window, values, out) -> {
            List<Integer> all = new ArrayList<>();
            values.forEach(all::add);
            out.collect(all);
        };
        return OperatorTrial.of(WindowOperators.collect(spec, WindowCall.of(tell)), ONE_KEY);
    }

    private static final Gen<List<Integer>> VALUES =
            Gen.<Integer>elements(0, 1, 2, 3, 5, 8, 13, 21).list(0, 40);

    @Test
    void firesWhenARecordLiesFarFromTheOneItFiredAtLast() {
        Check.cases(200).run(VALUES, values -> {
            OperatorTrial<Integer, List<Integer>> trial =
                    trial(WindowSpec.<Integer, GlobalWindow>of(GlobalWindows.create())
                            .withTrigger(DeltaTrigger.of(4, (Integer old, Integer now) -> now - old)));
            List<List<Integer>> expected = new ArrayList<>();
            List<Integer> seen = new ArrayList<>();
            int last = 0;
            for (int value : values) {
                trial.record(value);
                seen.add(value);
                if (seen.size() == 1) {
                    last = value;
                } else if (value - last > 4) {
                    last = value;
                    expected.add(List.copyOf(seen));
                }
            }
            assertThat(trial.values()).isEqualTo(expected);
        });
    }

    @Test
    void keepsOnlyRecordsNearTheNewest() {
        Check.cases(200).run(VALUES, values -> {
            OperatorTrial<Integer, List<Integer>> trial =
                    trial(WindowSpec.<Integer, GlobalWindow>of(GlobalWindows.create())
                            .withTrigger(CountTrigger.of(1))
                            .withEvictor(DeltaEvictor.of(4, (Integer old, Integer now) -> Math.abs(now - old))));
            List<List<Integer>> expected = new ArrayList<>();
            List<Integer> kept = new ArrayList<>();
            for (int value : values) {
                trial.record(value);
                kept.add(value);
                kept.removeIf(old -> Math.abs(value - old) >= 4);
                expected.add(List.copyOf(kept));
            }
            assertThat(trial.values()).isEqualTo(expected);
        });
    }
}
