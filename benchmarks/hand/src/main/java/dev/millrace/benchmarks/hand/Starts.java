package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Start;
import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three elements and a map. */
final class Starts {
    private Starts() {}

    static void run(Setup setup) {
        List<?> elements = setup.workload().types() == Types.RECORDS ? Start.WORDS : Start.NUMBERS;
        Map<Object, Long> counts = new HashMap<>();
        try (Tally tally = new Tally()) {
            for (Object element : elements) {
                tally.add(Start.check(element.hashCode(), counts.merge(element, 1L, Long::sum)));
            }
        }
    }
}
