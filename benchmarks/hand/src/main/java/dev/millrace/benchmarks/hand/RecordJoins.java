package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.AuctionRecord;
import dev.millrace.benchmarks.workload.nexmark.EventRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.PersonRecord;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.NewSeller;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Sale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** q3 and q8 with text for ids. */
final class RecordJoins {
    private RecordJoins() {}

    private static String person(EventRecord event) {
        return event.person() != null ? event.person().id() : event.auction().seller();
    }

    /** q3: all people and auctions of some kinds, for ever. */
    static final class PeopleAndAuctions implements Plan<EventRecord> {
        private final Map<String, PersonRecord> people = new HashMap<>();
        private final Map<String, List<AuctionRecord>> waiting = new HashMap<>();

        @Override
        public EventRecord pick(long number) {
            EventRecord event = Events.eventRecord(number);
            boolean wanted =
                    event.person() != null && Queries.isNear(event.person().state())
                            || event.auction() != null
                                    && Queries.isOfCategory(event.auction().category());
            return wanted ? event : null;
        }

        @Override
        public long hash(EventRecord event) {
            return person(event).hashCode();
        }

        @Override
        public void process(EventRecord event, Tally tally) {
            String id = person(event);
            if (event.person() != null) {
                people.put(id, event.person());
                List<AuctionRecord> auctions = waiting.remove(id);
                if (auctions != null) {
                    auctions.forEach(auction -> join(event.person(), auction, tally));
                }
                return;
            }
            PersonRecord seller = people.get(id);
            if (seller != null) {
                join(seller, event.auction(), tally);
            } else {
                waiting.computeIfAbsent(id, absent -> new ArrayList<>(2)).add(event.auction());
            }
        }

        private static void join(PersonRecord person, AuctionRecord auction, Tally tally) {
            tally.add(RecordQueries.check(new Sale(person.name(), person.city(), person.state(), auction.id())));
        }
    }

    /** q8: those of the same ten seconds. */
    static final class NewSellers implements Plan<EventRecord> {
        private final TreeMap<Long, Window> windows = new TreeMap<>();

        private static final class Window {
            private final Set<String> people = new HashSet<>();
            private final Map<String, List<String>> waiting = new HashMap<>();
        }

        @Override
        public EventRecord pick(long number) {
            EventRecord event = Events.eventRecord(number);
            return event.bid() == null ? event : null;
        }

        @Override
        public long hash(EventRecord event) {
            return person(event).hashCode();
        }

        @Override
        public void process(EventRecord event, Tally tally) {
            long end = Queries.windowEnd(event.time());
            Window window = windows.computeIfAbsent(end, absent -> new Window());
            String id = person(event);
            if (event.person() != null) {
                window.people.add(id);
                List<String> auctions = window.waiting.remove(id);
                if (auctions != null) {
                    auctions.forEach(auction -> tally.add(RecordQueries.check(new NewSeller(end, id, auction))));
                }
            } else if (window.people.contains(id)) {
                tally.add(RecordQueries.check(
                        new NewSeller(end, id, event.auction().id())));
            } else {
                window.waiting
                        .computeIfAbsent(id, absent -> new ArrayList<>(2))
                        .add(event.auction().id());
            }
        }

        @Override
        public void watermark(long time, Tally tally) {
            windows.headMap(time, true).clear();
        }
    }
}
