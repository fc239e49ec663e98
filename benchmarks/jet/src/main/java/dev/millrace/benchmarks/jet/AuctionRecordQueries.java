package dev.millrace.benchmarks.jet;

import com.hazelcast.function.ComparatorEx;
import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.accumulator.MutableReference;
import com.hazelcast.jet.aggregate.AggregateOperation;
import com.hazelcast.jet.aggregate.AggregateOperation1;
import com.hazelcast.jet.aggregate.AggregateOperations;
import com.hazelcast.jet.pipeline.BatchStage;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.StreamStage;
import com.hazelcast.jet.pipeline.WindowDefinition;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.nexmark.AuctionRecord;
import dev.millrace.benchmarks.workload.nexmark.BidRecord;
import dev.millrace.benchmarks.workload.nexmark.EventRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.PersonRecord;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Demand;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Highest;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.HotItem;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.NewSeller;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Offer;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Sale;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Session;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.WindowTop;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The same queries over records with text for ids, with aggregates of their own. */
final class AuctionRecordQueries {
    private AuctionRecordQueries() {}

    static void build(Pipeline pipeline, Setup setup) {
        Task task = setup.workload().task();
        BatchStage<EventRecord> events = pipeline.readFrom(Generated.source(
                setup, (index, source, sources) -> Events.eventRecord(Events.number(index, source, sources))));
        StreamStage<EventRecord> timed = task == Task.Q5 || task == Task.Q7 || task == Task.Q8 || task == Task.Q11
                ? events.addTimestamps(EventRecord::time, Events.DISORDER_MILLIS)
                : null;
        switch (task) {
            case Q0 -> events.writeTo(Generated.tally(setup, RecordQueries::check0));
            case Q1 -> convert(events, setup);
            case Q2 -> pick(events, setup);
            case Q3 -> join(events, setup);
            case Q5 -> hotItems(timed, setup);
            case Q7 -> highestBid(timed, setup);
            case Q8 -> newSellers(timed, setup);
            case Q11 -> sessions(timed, setup);
            case COUNT_1K, COUNT_1M, LONGS, WORDS, CHECKPOINT, LATENCY, START ->
                throw new IllegalArgumentException(task.label() + " is no query over auctions");
        }
    }

    private static void convert(BatchStage<EventRecord> events, Setup setup) {
        events.filter(event -> event.bid() != null)
                .map(EventRecord::bid)
                .map(bid -> bid.at(Queries.euros(bid.price())))
                .writeTo(Generated.tally(setup, RecordQueries::check1));
    }

    private static void pick(BatchStage<EventRecord> events, Setup setup) {
        events.filter(event -> event.bid() != null)
                .map(EventRecord::bid)
                .filter(bid -> RecordQueries.wanted(bid.auction()))
                .map(bid -> new Offer(bid.auction(), bid.price()))
                .writeTo(Generated.tally(setup, RecordQueries::check));
    }

    private static void join(BatchStage<EventRecord> events, Setup setup) {
        BatchStage<EventRecord> people = events.filter(event -> event.person() != null)
                .filter(event -> Queries.isNear(event.person().state()));
        BatchStage<EventRecord> auctions = events.filter(event -> event.auction() != null)
                .filter(event -> Queries.isOfCategory(event.auction().category()));
        people.merge(auctions)
                .groupingKey(event -> event.person() != null
                        ? event.person().id()
                        : event.auction().seller())
                .flatMapStateful(Seller::new, (seller, id, event) -> seller.sales(event))
                .writeTo(Generated.tally(setup, RecordQueries::check));
    }

    private static void hotItems(StreamStage<EventRecord> events, Setup setup) {
        events.filter(event -> event.bid() != null)
                .map(EventRecord::bid)
                .groupingKey(BidRecord::auction)
                .window(WindowDefinition.sliding(Queries.WINDOW_MILLIS, Queries.SLIDE_MILLIS))
                .aggregate(demands())
                .map(demand -> new HotItem(demand.end(), demand.key(), demand.result()))
                .window(WindowDefinition.tumbling(Queries.SLIDE_MILLIS))
                .aggregate(AggregateOperations.maxBy(
                        (ComparatorEx<HotItem>) (a, b) -> a.isHotterThan(b) ? 1 : b.isHotterThan(a) ? -1 : 0))
                .map(top -> top.result())
                .writeTo(Generated.tally(setup, RecordQueries::check));
    }

    private static AggregateOperation1<BidRecord, MutableReference<Demand>, Demand> demands() {
        return AggregateOperation.withCreate(() -> new MutableReference<>(Demand.NONE))
                .<BidRecord>andAccumulate(
                        (demand, bid) -> demand.set(demand.get().plus(bid)))
                .andCombine((demand, other) -> demand.set(demand.get().plus(other.get())))
                .andExportFinish(MutableReference::get);
    }

    private static void highestBid(StreamStage<EventRecord> events, Setup setup) {
        events.filter(event -> event.bid() != null)
                .map(EventRecord::bid)
                .window(WindowDefinition.tumbling(Queries.WINDOW_MILLIS))
                .aggregate(AggregateOperation.withCreate(() -> new MutableReference<>(Highest.NONE))
                        .<BidRecord>andAccumulate(
                                (highest, bid) -> highest.set(highest.get().or(bid)))
                        .andCombine(
                                (highest, other) -> highest.set(highest.get().or(other.get())))
                        .andExportFinish(MutableReference::get))
                .map(top -> new WindowTop(top.end(), top.result()))
                .writeTo(Generated.tally(setup, RecordQueries::check));
    }

    private static void newSellers(StreamStage<EventRecord> events, Setup setup) {
        events.filter(event -> event.person() != null)
                .map(EventRecord::person)
                .groupingKey(PersonRecord::id)
                .window(WindowDefinition.tumbling(Queries.WINDOW_MILLIS))
                .aggregate2(
                        AggregateOperations.toList(),
                        events.filter(event -> event.auction() != null)
                                .map(EventRecord::auction)
                                .groupingKey(AuctionRecord::seller),
                        AggregateOperations.toList())
                .flatMap(both -> Traversers.traverseIterable(both.result().f0())
                        .flatMap(person -> Traversers.traverseIterable(
                                        both.result().f1())
                                .map(auction -> new NewSeller(both.end(), person.id(), auction.id()))))
                .writeTo(Generated.tally(setup, RecordQueries::check));
    }

    private static void sessions(StreamStage<EventRecord> events, Setup setup) {
        events.filter(event -> event.bid() != null)
                .map(EventRecord::bid)
                .groupingKey(BidRecord::bidder)
                .window(WindowDefinition.session(Queries.GAP_MILLIS))
                .aggregate(demands())
                .map(session -> new Session(session.key(), session.result(), session.start(), session.end()))
                .writeTo(Generated.tally(setup, RecordQueries::check));
    }

    /** A person, and auctions that wait for them. */
    private static final class Seller implements Serializable {
        private static final long serialVersionUID = 1;
        private PersonRecord person;
        private List<AuctionRecord> waiting = new ArrayList<>(2);

        Traverser<Sale> sales(EventRecord event) {
            if (event.person() != null) {
                person = event.person();
                List<AuctionRecord> auctions = waiting;
                waiting = new ArrayList<>(2);
                return Traversers.traverseIterable(auctions).map(this::sale);
            }
            if (person != null) {
                return Traversers.singleton(sale(event.auction()));
            }
            waiting.add(event.auction());
            return Traversers.empty();
        }

        private Sale sale(AuctionRecord auction) {
            return new Sale(person.name(), person.city(), person.state(), auction.id());
        }
    }
}
