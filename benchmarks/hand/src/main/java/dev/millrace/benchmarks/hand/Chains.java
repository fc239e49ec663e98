package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Chain;
import dev.millrace.benchmarks.workload.Chain.Reading;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.Types;

/** Map, filter, map in one loop. */
final class Chains {
    private Chains() {}

    static void run(Setup setup) throws Exception {
        boolean readings = setup.workload().types() == Types.RECORDS;
        Crew.run(setup.parallelism(), me -> {
            try (Tally tally = new Tally()) {
                if (readings) {
                    readings(me, setup, tally);
                } else {
                    longs(me, setup, tally);
                }
            }
        });
    }

    private static void longs(int me, Setup setup, Tally tally) {
        int threads = setup.parallelism();
        long records = setup.records();
        for (long number = me; number < records; number += threads) {
            long value = Chain.spread(number);
            if (Chain.keeps(value)) {
                tally.add(Chain.fold(value));
            }
        }
    }

    private static void readings(int me, Setup setup, Tally tally) {
        int threads = setup.parallelism();
        long records = setup.records();
        for (long number = me; number < records; number += threads) {
            Reading read = Chain.reading(number);
            Reading reading = read.with(Chain.spread(read.value()));
            if (Chain.keeps(reading.value())) {
                tally.add(Chain.check(reading.with(Chain.fold(reading.value()))));
            }
        }
    }
}
