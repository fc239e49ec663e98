package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.Auction;
import dev.millrace.benchmarks.workload.nexmark.Event;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.Person;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** q3 and q8: people and what they sell, whichever comes first. */
final class Joins {
    private Joins() {}

    private static long person(Event event) {
        return event.person != null ? event.person.id : event.auction.seller;
    }

    /** q3: all people and auctions of some kinds, for ever. */
    static final class PeopleAndAuctions implements Plan<Event> {
        private final Map<Long, Person> people = new HashMap<>();
        private final Map<Long, List<Auction>> waiting = new HashMap<>();

        @Override
        public Event pick(long number) {
            Event event = Events.event(number);
            boolean wanted = event.person != null && Queries.isNear(event.person.state)
                    || event.auction != null && Queries.isOfCategory(event.auction.category);
            return wanted ? event : null;
        }

        @Override
        public long hash(Event event) {
            return person(event);
        }

        @Override
        public void process(Event event, Tally tally) {
            if (event.person != null) {
                people.put(event.person.id, event.person);
                List<Auction> auctions = waiting.remove(event.person.id);
                if (auctions != null) {
                    auctions.forEach(auction -> join(event.person, auction, tally));
                }
                return;
            }
            Person seller = people.get(event.auction.seller);
            if (seller != null) {
                join(seller, event.auction, tally);
            } else {
                waiting.computeIfAbsent(event.auction.seller, absent -> new ArrayList<>(2))
                        .add(event.auction);
            }
        }

        private static void join(Person person, Auction auction, Tally tally) {
            tally.add(Queries.check3(person.name, person.city, person.state, auction.id));
        }
    }

    /** q8: those of the same ten seconds. */
    static final class NewSellers implements Plan<Event> {
        private final TreeMap<Long, Window> windows = new TreeMap<>();

        private static final class Window {
            private final LongTable people = new LongTable(1024);
            private final Map<Long, List<Long>> waiting = new HashMap<>();
        }

        @Override
        public Event pick(long number) {
            Event event = Events.event(number);
            return event.bid == null ? event : null;
        }

        @Override
        public long hash(Event event) {
            return person(event);
        }

        @Override
        public void process(Event event, Tally tally) {
            long end = Queries.windowEnd(event.time());
            Window window = windows.computeIfAbsent(end, absent -> new Window());
            long person = person(event);
            if (event.person != null) {
                window.people.place(person);
                List<Long> auctions = window.waiting.remove(person);
                if (auctions != null) {
                    auctions.forEach(auction -> tally.add(Queries.check8(end, person, auction)));
                }
            } else if (window.people.contains(person)) {
                tally.add(Queries.check8(end, person, event.auction.id));
            } else {
                window.waiting
                        .computeIfAbsent(person, absent -> new ArrayList<>(2))
                        .add(event.auction.id);
            }
        }

        @Override
        public void watermark(long time, Tally tally) {
            windows.headMap(time, true).clear();
        }
    }
}
