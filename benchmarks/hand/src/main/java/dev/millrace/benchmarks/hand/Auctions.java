package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Types;

/** Runs the plan for a query over auctions. */
final class Auctions {
    private Auctions() {}

    static void run(Setup setup) throws Exception {
        if (setup.workload().types() == Types.RECORDS) {
            records(setup);
        } else {
            plain(setup);
        }
    }

    private static void plain(Setup setup) throws Exception {
        switch (setup.workload().task()) {
            case Q0 -> Flow.run(setup, Stateless.Pass::new);
            case Q1 -> Flow.run(setup, Stateless.Convert::new);
            case Q2 -> Flow.run(setup, Stateless.Pick::new);
            case Q3 -> Flow.run(setup, Joins.PeopleAndAuctions::new);
            case Q5 -> Flow.run(setup, HotItems::new);
            case Q7 -> Flow.run(setup, HighestBids.Plain::new);
            case Q8 -> Flow.run(setup, Joins.NewSellers::new);
            case Q11 -> Flow.run(setup, Sessions.Plain::new);
            case COUNT_1K, COUNT_1M, LONGS, WORDS, CHECKPOINT, LATENCY, START -> throw notAQuery(setup);
        }
    }

    private static void records(Setup setup) throws Exception {
        switch (setup.workload().task()) {
            case Q0 -> Flow.run(setup, Stateless.PassRecord::new);
            case Q1 -> Flow.run(setup, Stateless.ConvertRecord::new);
            case Q2 -> Flow.run(setup, Stateless.PickRecord::new);
            case Q3 -> Flow.run(setup, RecordJoins.PeopleAndAuctions::new);
            case Q5 -> Flow.run(setup, HotRecords::new);
            case Q7 -> Flow.run(setup, HighestBids.Records::new);
            case Q8 -> Flow.run(setup, RecordJoins.NewSellers::new);
            case Q11 -> Flow.run(setup, Sessions.Records::new);
            case COUNT_1K, COUNT_1M, LONGS, WORDS, CHECKPOINT, LATENCY, START -> throw notAQuery(setup);
        }
    }

    private static IllegalArgumentException notAQuery(Setup setup) {
        return new IllegalArgumentException(setup.workload().name() + " is no query over auctions");
    }
}
