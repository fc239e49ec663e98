package dev.millrace.benchmarks.workload.nexmark;

import dev.millrace.benchmarks.workload.Mix;

/** Makes events from their numbers. */
public final class Events {
    /** Event time of the first events, in milliseconds since the epoch; ten seconds divide it. */
    public static final long START = 1_436_918_400_000L;

    public static final long PER_MILLI = 100;
    /** By how many milliseconds an event may be older than one before it. */
    public static final int DISORDER_MILLIS = 100;

    /** One person, three auctions and 46 bids. */
    static final int EPOCH = 50;

    private static final int PEOPLE_ACTIVE = 1_000;
    private static final int AUCTIONS_OPEN = 100;
    /** Ids begin here. */
    private static final long FIRST = 1_000;

    private Events() {}

    /** The number of the event that comes at {@code index} from one of several sources, which take epochs in turn. */
    public static long number(long index, int source, int sources) {
        return (index / EPOCH * sources + source) * EPOCH + index % EPOCH;
    }

    /** Event time that all events from here on have reached: what a source may say after the event of that number. */
    public static long watermark(long number) {
        return START + number / PER_MILLI - 1;
    }

    static long time(long number) {
        return START + number / PER_MILLI + Mix.below(Mix.of(number + 0x5851F42DL), DISORDER_MILLIS);
    }

    public static Event event(long number) {
        long epoch = number / EPOCH;
        int place = (int) (number % EPOCH);
        Event event = new Event();
        if (place == 0) {
            event.person = person(number, epoch);
        } else if (place < 4) {
            event.auction = auction(number, epoch, place);
        } else {
            event.bid = bid(number, epoch, place);
        }
        return event;
    }

    /** The same event as a record. */
    public static EventRecord eventRecord(long number) {
        Event event = event(number);
        if (event.bid != null) {
            return new EventRecord(null, null, record(event.bid));
        }
        return event.auction != null
                ? new EventRecord(null, record(event.auction), null)
                : new EventRecord(record(event.person), null, null);
    }

    private static PersonRecord record(Person person) {
        return new PersonRecord(
                "person-" + person.id, person.name, person.email, person.city, person.state, person.dateTime);
    }

    private static AuctionRecord record(Auction auction) {
        return new AuctionRecord(
                "auction-" + auction.id,
                auction.itemName,
                auction.initialBid,
                auction.reserve,
                auction.dateTime,
                auction.expires,
                "person-" + auction.seller,
                auction.category);
    }

    private static BidRecord record(Bid bid) {
        return new BidRecord(
                "auction-" + bid.auction, "person-" + bid.bidder, bid.price, bid.channel, bid.url, bid.dateTime);
    }

    private static Person person(long number, long epoch) {
        long random = Mix.of(number);
        Person person = new Person();
        person.id = FIRST + epoch;
        person.name = Names.PEOPLE[(int) (random & 63)];
        person.email = Names.EMAILS[(int) (random >>> 6 & 63)];
        person.city = Names.CITIES[part(random >>> 12, Names.CITIES.length)];
        person.state = Names.STATES[part(random >>> 22, Names.STATES.length)];
        person.dateTime = time(number);
        return person;
    }

    private static Auction auction(long number, long epoch, int place) {
        long random = Mix.of(number);
        long more = Mix.of(random + 1);
        Auction auction = new Auction();
        auction.id = FIRST + lastAuction(epoch, place);
        auction.itemName = Names.ITEMS[(int) (random & 63)];
        auction.initialBid = price(more);
        auction.reserve = auction.initialBid + price(more >>> 20);
        auction.dateTime = time(number);
        auction.expires = auction.dateTime + 1 + (random >>> 40 & 1023);
        boolean hot = (random >>> 8 & 3) != 0;
        auction.seller = FIRST + (hot ? epoch / 100 * 100 : somebody(epoch, more));
        auction.category = 10 + part(random >>> 10, 5);
        return auction;
    }

    private static Bid bid(long number, long epoch, int place) {
        long random = Mix.of(number);
        long more = Mix.of(random + 1);
        long last = lastAuction(epoch, place);
        long first = Math.max(last - AUCTIONS_OPEN, 0);
        boolean hotAuction = (random & 1) != 0;
        boolean hotBidder = (random >>> 1 & 3) != 0;
        Bid bid = new Bid();
        bid.auction = FIRST + (hotAuction ? last / 100 * 100 : first + Mix.below(more, (int) (last - first + 11)));
        bid.bidder = FIRST + (hotBidder ? epoch / 100 * 100 + 1 : somebody(epoch, random));
        bid.price = price(random >>> 8);
        bid.channel = Names.CHANNELS[(int) (random >>> 3 & 3)];
        bid.url = Names.URLS[(int) (more & 63)];
        bid.dateTime = time(number);
        return bid;
    }

    /** The newest auction when the event at that place of its epoch comes; it may be the event itself. */
    private static long lastAuction(long epoch, int place) {
        return epoch * 3 + Math.min(place - 1, 2);
    }

    /** One of the people who came last, or who will come soon. */
    private static long somebody(long lastPerson, long random) {
        int active = (int) Math.min(lastPerson + 1, PEOPLE_ACTIVE);
        return lastPerson + 1 - active + Mix.below(random, active + 10);
    }

    private static long price(long random) {
        return (100L << (random & 15)) + (random >>> 4 & 0x3ff);
    }

    /** One of {@code parts}, from the lowest ten bits. */
    private static int part(long random, int parts) {
        return (int) ((random & 1023) * parts >>> 10);
    }
}
