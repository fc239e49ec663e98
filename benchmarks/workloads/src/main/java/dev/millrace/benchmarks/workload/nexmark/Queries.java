package dev.millrace.benchmarks.workload.nexmark;

import dev.millrace.benchmarks.workload.Mix;

/** What the queries ask of the mutable events, and the checksums of their answers. */
public final class Queries {
    public static final long WINDOW_MILLIS = 10_000;
    public static final long SLIDE_MILLIS = 1_000;
    /** Event time without a bid after which a session ends. */
    public static final long GAP_MILLIS = 10_000;

    private Queries() {}

    public static long euros(long dollars) {
        return dollars * 908 / 1000;
    }

    /** q2: whether bids of this auction are wanted. */
    public static boolean wanted(long auction) {
        return auction % 123 == 0;
    }

    /** q3: whether the person lives in one of three states. */
    public static boolean isNear(String state) {
        return state.equals("OR") || state.equals("ID") || state.equals("CA");
    }

    /** q3: whether the auction is of the category that is asked for. */
    public static boolean isOfCategory(int category) {
        return category == 10;
    }

    /** q5: whether an auction comes before another: by bids, then by the lower id. */
    public static boolean hotter(long count, long auction, long otherCount, long otherAuction) {
        return count > otherCount || count == otherCount && auction < otherAuction;
    }

    /** q7: whether a bid comes before another: by price, then by the lower auction, bidder and time. */
    public static boolean higher(Bid bid, Bid other) {
        if (bid.price != other.price) {
            return bid.price > other.price;
        }
        if (bid.auction != other.auction) {
            return bid.auction < other.auction;
        }
        return bid.bidder != other.bidder ? bid.bidder < other.bidder : bid.dateTime < other.dateTime;
    }

    /** The end of the tumbling window in which the time lies. */
    public static long windowEnd(long time) {
        return time - time % WINDOW_MILLIS + WINDOW_MILLIS;
    }

    public static long check0(Event event) {
        if (event.bid != null) {
            return check1(event.bid);
        }
        return event.auction != null
                ? Mix.hash(event.auction.id, event.auction.seller, event.auction.expires)
                : Mix.hash(event.person.id, event.person.dateTime, event.person.name.length());
    }

    public static long check1(Bid bid) {
        return Mix.hash(bid.auction, bid.bidder, bid.price, bid.dateTime);
    }

    public static long check2(long auction, long price) {
        return Mix.hash(auction, price, 2);
    }

    public static long check3(String name, String city, String state, long auction) {
        return Mix.hash(name.length(), city.length(), state.charAt(0), auction);
    }

    public static long check5(long windowEnd, long auction, long count) {
        return Mix.hash(windowEnd, auction, count);
    }

    public static long check7(long windowEnd, Bid bid) {
        return Mix.hash(windowEnd, bid.auction, bid.bidder, bid.price);
    }

    public static long check8(long windowEnd, long person, long auction) {
        return Mix.hash(windowEnd, person, auction);
    }

    public static long check11(long bidder, long count, long start, long end) {
        return Mix.hash(bidder, count, start, end);
    }
}
