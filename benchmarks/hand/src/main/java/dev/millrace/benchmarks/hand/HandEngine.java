package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Engine;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Types;

/** Finds the program for a workload. */
public final class HandEngine implements Engine {
    private String note = "";

    @Override
    public void run(Setup setup) throws Exception {
        boolean records = setup.workload().types() == Types.RECORDS;
        note = "";
        switch (setup.workload().task()) {
            case COUNT_1K, COUNT_1M -> {
                if (records) {
                    Flow.run(setup, () -> new PaymentTotals(setup.keys()));
                } else {
                    LongCounts.run(setup);
                }
            }
            case Q0, Q1, Q2, Q3, Q5, Q7, Q8, Q11 -> Auctions.run(setup);
            case LONGS -> Chains.run(setup);
            case WORDS -> Words.run(setup);
            case CHECKPOINT -> note = Checkpoints.run(setup);
            case LATENCY -> Steady.run(setup);
            case START -> Starts.run(setup);
        }
    }

    @Override
    public String note() {
        return note;
    }
}
