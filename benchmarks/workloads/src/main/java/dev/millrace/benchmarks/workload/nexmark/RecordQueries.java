package dev.millrace.benchmarks.workload.nexmark;

import dev.millrace.benchmarks.workload.Mix;
import java.io.Serializable;

/** What the queries ask of the records, what they gather, and the checksums of their answers. */
public final class RecordQueries {
    private RecordQueries() {}

    /** How often something was bid for, and how much in all. */
    public record Demand(long bids, long money) implements Serializable {
        public static final Demand NONE = new Demand(0, 0);

        public Demand plus(BidRecord bid) {
            return new Demand(bids + 1, money + bid.price());
        }

        public Demand plus(Demand other) {
            return new Demand(bids + other.bids, money + other.money);
        }
    }

    /** q5: the demand for an auction in a window. */
    public record HotItem(long windowEnd, String auction, Demand demand) implements Serializable {
        /** Whether this one comes before another: by bids, then by id. */
        public boolean isHotterThan(HotItem other) {
            return demand.bids != other.demand.bids
                    ? demand.bids > other.demand.bids
                    : auction.compareTo(other.auction) < 0;
        }
    }

    /** q7: the highest bid in a window so far; nothing but a price below all others at first. */
    public record Highest(long price, String auction, String bidder, long dateTime) implements Serializable {
        public static final Highest NONE = new Highest(Long.MIN_VALUE, "", "", 0);

        public static Highest of(BidRecord bid) {
            return new Highest(bid.price(), bid.auction(), bid.bidder(), bid.dateTime());
        }

        /** The one of two that comes first: by price, then by auction, bidder and time. */
        public Highest or(Highest other) {
            return isBefore(other) ? this : other;
        }

        /** The same with a bid, without an object for a bid that is lower. */
        public Highest or(BidRecord bid) {
            return bid.price() < price ? this : or(of(bid));
        }

        private boolean isBefore(Highest other) {
            if (price != other.price) {
                return price > other.price;
            }
            int byAuction = auction.compareTo(other.auction);
            int order = byAuction != 0 ? byAuction : bidder.compareTo(other.bidder);
            return order != 0 ? order < 0 : dateTime < other.dateTime;
        }
    }

    /** q3: a person with an auction of theirs. */
    public record Sale(String name, String city, String state, String auction) implements Serializable {}

    /** q7: a window with its highest bid. */
    public record WindowTop(long windowEnd, Highest highest) implements Serializable {}

    /** q8: a person who opened an auction in the window in which they came. */
    public record NewSeller(long windowEnd, String person, String auction) implements Serializable {}

    /** q11: the bids of somebody between two long silences. */
    public record Session(String bidder, Demand demand, long start, long end) implements Serializable {}

    /** q2: a wanted bid. */
    public record Offer(String auction, long price) implements Serializable {}

    /** q2: whether bids of this auction are wanted. */
    public static boolean wanted(String auction) {
        return auction.hashCode() % 123 == 0;
    }

    public static long check0(EventRecord event) {
        if (event.bid() != null) {
            return check1(event.bid());
        }
        AuctionRecord auction = event.auction();
        PersonRecord person = event.person();
        return auction != null
                ? Mix.hash(auction.id().hashCode(), auction.seller().hashCode(), auction.expires())
                : Mix.hash(
                        person.id().hashCode(), person.dateTime(), person.name().length());
    }

    public static long check1(BidRecord bid) {
        return Mix.hash(bid.auction().hashCode(), bid.bidder().hashCode(), bid.price(), bid.dateTime());
    }

    public static long check(Offer offer) {
        return Mix.hash(offer.auction().hashCode(), offer.price(), 2);
    }

    public static long check(Sale sale) {
        return Mix.hash(
                sale.name().length(),
                sale.city().length(),
                sale.state().charAt(0),
                sale.auction().hashCode());
    }

    public static long check(HotItem item) {
        return Mix.hash(
                item.windowEnd(),
                item.auction().hashCode(),
                item.demand().bids(),
                item.demand().money());
    }

    public static long check(WindowTop top) {
        Highest highest = top.highest();
        return Mix.hash(
                top.windowEnd(), highest.auction().hashCode(), highest.bidder().hashCode(), highest.price());
    }

    public static long check(NewSeller seller) {
        return Mix.hash(
                seller.windowEnd(), seller.person().hashCode(), seller.auction().hashCode());
    }

    public static long check(Session session) {
        long demand = Mix.hash(
                session.bidder().hashCode(),
                session.demand().bids(),
                session.demand().money());
        return Mix.hash(demand, session.start(), session.end());
    }
}
