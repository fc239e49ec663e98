package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.Bid;
import dev.millrace.benchmarks.workload.nexmark.BidRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * q11: the open sessions of each bidder as a list, and when to look at each next, to the second. A session that a bid joins
 * to another hands its bids over and is found empty later.
 */
final class Sessions<K> {
    private static final long LOOK_MILLIS = 1_000;

    private final Map<K, Open<K>> byBidder = new HashMap<>();
    private final TreeMap<Long, List<Open<K>>> looks = new TreeMap<>();

    private static final class Open<K> {
        private final K bidder;
        private long start;
        private long end;
        private long bids;
        private long money;
        private Open<K> next;

        Open(K bidder, long start) {
            this.bidder = bidder;
            this.start = start;
            this.end = start + Queries.GAP_MILLIS;
        }
    }

    /** Takes a session that has ended. */
    private interface Ended<K> {
        void session(K bidder, Demand demand, long start, long end);
    }

    private void bid(K bidder, long time, long price) {
        Open<K> mine = null;
        Open<K> before = null;
        Open<K> head = byBidder.get(bidder);
        for (Open<K> open = head; open != null; open = open.next) {
            boolean touches = open.start <= time + Queries.GAP_MILLIS && open.end >= time;
            if (touches && mine != null) {
                mine.start = Math.min(mine.start, open.start);
                mine.end = Math.max(mine.end, open.end);
                mine.bids += open.bids;
                mine.money += open.money;
                open.bids = 0;
                before.next = open.next;
                continue;
            }
            if (touches) {
                mine = open;
                open.start = Math.min(open.start, time);
                open.end = Math.max(open.end, time + Queries.GAP_MILLIS);
            }
            before = open;
        }
        if (mine == null) {
            mine = new Open<>(bidder, time);
            mine.next = head;
            byBidder.put(bidder, mine);
            look(mine);
        }
        mine.bids++;
        mine.money += price;
    }

    private void look(Open<K> open) {
        looks.computeIfAbsent(open.end / LOOK_MILLIS + 1, absent -> new ArrayList<>())
                .add(open);
    }

    private void watermark(long time, Ended<K> ended) {
        while (!looks.isEmpty() && looks.firstKey() <= time / LOOK_MILLIS) {
            for (Open<K> open : looks.pollFirstEntry().getValue()) {
                if (open.bids > 0 && open.end - 1 > time) {
                    look(open);
                } else if (open.bids > 0) {
                    ended.session(open.bidder, new Demand(open.bids, open.money), open.start, open.end);
                    forget(open);
                }
            }
        }
    }

    private void forget(Open<K> open) {
        Open<K> head = byBidder.get(open.bidder);
        if (head == open && open.next == null) {
            byBidder.remove(open.bidder);
        } else if (head == open) {
            byBidder.put(open.bidder, open.next);
        } else {
            while (head.next != open) {
                head = head.next;
            }
            head.next = open.next;
        }
    }

    static final class Plain implements Plan<Bid> {
        private final Sessions<Long> sessions = new Sessions<>();

        @Override
        public Bid pick(long number) {
            return Events.event(number).bid;
        }

        @Override
        public long hash(Bid bid) {
            return bid.bidder;
        }

        @Override
        public void process(Bid bid, Tally tally) {
            sessions.bid(bid.bidder, bid.dateTime, bid.price);
        }

        @Override
        public void watermark(long time, Tally tally) {
            sessions.watermark(
                    time,
                    (bidder, demand, start, end) -> tally.add(Queries.check11(bidder, demand.bids(), start, end)));
        }
    }

    static final class Records implements Plan<BidRecord> {
        private final Sessions<String> sessions = new Sessions<>();

        @Override
        public BidRecord pick(long number) {
            return Events.eventRecord(number).bid();
        }

        @Override
        public long hash(BidRecord bid) {
            return bid.bidder().hashCode();
        }

        @Override
        public void process(BidRecord bid, Tally tally) {
            sessions.bid(bid.bidder(), bid.dateTime(), bid.price());
        }

        @Override
        public void watermark(long time, Tally tally) {
            sessions.watermark(
                    time,
                    (bidder, demand, start, end) ->
                            tally.add(RecordQueries.check(new RecordQueries.Session(bidder, demand, start, end))));
        }
    }
}
