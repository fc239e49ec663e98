package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.Bid;
import dev.millrace.benchmarks.workload.nexmark.BidRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Highest;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.WindowTop;
import java.util.HashMap;
import java.util.Map;

/** q7: the highest bid of each window; threads compare theirs when all has been read. */
final class HighestBids {
    private HighestBids() {}

    static final class Plain implements Plan<Bid> {
        private final Map<Long, Bid> highest = new HashMap<>();
        private long lastEnd;
        private Bid last;

        @Override
        public Bid pick(long number) {
            return Events.event(number).bid;
        }

        @Override
        public long hash(Bid bid) {
            return STAYS;
        }

        @Override
        public void process(Bid bid, Tally tally) {
            long end = Queries.windowEnd(bid.dateTime);
            if (end != lastEnd) {
                lastEnd = end;
                last = highest.get(end);
            }
            if (last == null || Queries.higher(bid, last)) {
                last = bid;
                highest.put(end, bid);
            }
        }

        @Override
        public void merge(Plan<Bid> other) {
            ((Plain) other)
                    .highest.forEach((end, bid) -> highest.merge(end, bid, (a, b) -> Queries.higher(a, b) ? a : b));
        }

        @Override
        public void end(Tally tally) {
            highest.forEach((end, bid) -> tally.add(Queries.check7(end, bid)));
        }
    }

    static final class Records implements Plan<BidRecord> {
        private final Map<Long, Highest> highest = new HashMap<>();

        @Override
        public BidRecord pick(long number) {
            return Events.eventRecord(number).bid();
        }

        @Override
        public long hash(BidRecord bid) {
            return STAYS;
        }

        @Override
        public void process(BidRecord bid, Tally tally) {
            Long end = Queries.windowEnd(bid.dateTime());
            Highest before = highest.getOrDefault(end, Highest.NONE);
            Highest after = before.or(bid);
            if (after != before) {
                highest.put(end, after);
            }
        }

        @Override
        public void merge(Plan<BidRecord> other) {
            ((Records) other).highest.forEach((end, top) -> highest.merge(end, top, Highest::or));
        }

        @Override
        public void end(Tally tally) {
            highest.forEach((end, top) -> tally.add(RecordQueries.check(new WindowTop(end, top))));
        }
    }
}
