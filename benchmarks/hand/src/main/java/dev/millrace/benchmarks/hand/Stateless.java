package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.Bid;
import dev.millrace.benchmarks.workload.nexmark.BidRecord;
import dev.millrace.benchmarks.workload.nexmark.Event;
import dev.millrace.benchmarks.workload.nexmark.EventRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Offer;

/** q0, q1 and q2: each event by itself. */
final class Stateless {
    private Stateless() {}

    static final class Pass implements Plan<Event> {
        @Override
        public Event pick(long number) {
            return Events.event(number);
        }

        @Override
        public long hash(Event event) {
            return STAYS;
        }

        @Override
        public void process(Event event, Tally tally) {
            tally.add(Queries.check0(event));
        }
    }

    static final class Convert implements Plan<Bid> {
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
            bid.price = Queries.euros(bid.price);
            tally.add(Queries.check1(bid));
        }
    }

    static final class Pick implements Plan<Bid> {
        @Override
        public Bid pick(long number) {
            Bid bid = Events.event(number).bid;
            return bid != null && Queries.wanted(bid.auction) ? bid : null;
        }

        @Override
        public long hash(Bid bid) {
            return STAYS;
        }

        @Override
        public void process(Bid bid, Tally tally) {
            tally.add(Queries.check2(bid.auction, bid.price));
        }
    }

    static final class PassRecord implements Plan<EventRecord> {
        @Override
        public EventRecord pick(long number) {
            return Events.eventRecord(number);
        }

        @Override
        public long hash(EventRecord event) {
            return STAYS;
        }

        @Override
        public void process(EventRecord event, Tally tally) {
            tally.add(RecordQueries.check0(event));
        }
    }

    static final class ConvertRecord implements Plan<BidRecord> {
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
            tally.add(RecordQueries.check1(bid.at(Queries.euros(bid.price()))));
        }
    }

    static final class PickRecord implements Plan<BidRecord> {
        @Override
        public BidRecord pick(long number) {
            BidRecord bid = Events.eventRecord(number).bid();
            return bid != null && RecordQueries.wanted(bid.auction()) ? bid : null;
        }

        @Override
        public long hash(BidRecord bid) {
            return STAYS;
        }

        @Override
        public void process(BidRecord bid, Tally tally) {
            tally.add(RecordQueries.check(new Offer(bid.auction(), bid.price())));
        }
    }
}
