package dev.millrace.benchmarks.jet;

import com.hazelcast.function.ComparatorEx;
import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.aggregate.AggregateOperations;
import com.hazelcast.jet.datamodel.Tuple2;
import com.hazelcast.jet.datamodel.Tuple3;
import com.hazelcast.jet.datamodel.Tuple4;
import com.hazelcast.jet.pipeline.BatchStage;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.StreamStage;
import com.hazelcast.jet.pipeline.WindowDefinition;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.nexmark.Auction;
import dev.millrace.benchmarks.workload.nexmark.Bid;
import dev.millrace.benchmarks.workload.nexmark.Event;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.Person;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Queries over mutable events with long ids. */
final class AuctionQueries {
    private AuctionQueries() {}

    static void build(Pipeline pipeline, Setup setup) {
        Task task = setup.workload().task();
        BatchStage<Event> events = pipeline.readFrom(Generated.source(
                setup, (index, source, sources) -> Events.event(Events.number(index, source, sources))));
        StreamStage<Event> timed = task == Task.Q5 || task == Task.Q7 || task == Task.Q8 || task == Task.Q11
                ? events.addTimestamps(Event::time, Events.DISORDER_MILLIS)
                : null;
        switch (task) {
            case Q0 -> events.writeTo(Generated.tally(setup, Queries::check0));
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

    private static void convert(BatchStage<Event> events, Setup setup) {
        events.filter(event -> event.bid != null)
                .map(event -> event.bid)
                .map(bid -> bid.at(Queries.euros(bid.price)))
                .writeTo(Generated.tally(setup, Queries::check1));
    }

    private static void pick(BatchStage<Event> events, Setup setup) {
        events.filter(event -> event.bid != null)
                .map(event -> event.bid)
                .filter(bid -> Queries.wanted(bid.auction))
                .map(bid -> Tuple2.tuple2(bid.auction, bid.price))
                .writeTo(Generated.tally(setup, bid -> Queries.check2(bid.f0(), bid.f1())));
    }

    private static void join(BatchStage<Event> events, Setup setup) {
        BatchStage<Event> people =
                events.filter(event -> event.person != null).filter(event -> Queries.isNear(event.person.state));
        BatchStage<Event> auctions = events.filter(event -> event.auction != null)
                .filter(event -> Queries.isOfCategory(event.auction.category));
        people.merge(auctions)
                .groupingKey(event -> event.person != null ? event.person.id : event.auction.seller)
                .flatMapStateful(Seller::new, (seller, id, event) -> seller.sales(event))
                .writeTo(Generated.tally(setup, sale -> Queries.check3(sale.f0(), sale.f1(), sale.f2(), sale.f3())));
    }

    private static void hotItems(StreamStage<Event> events, Setup setup) {
        events.filter(event -> event.bid != null)
                .map(event -> event.bid)
                .groupingKey(bid -> bid.auction)
                .window(WindowDefinition.sliding(Queries.WINDOW_MILLIS, Queries.SLIDE_MILLIS))
                .aggregate(AggregateOperations.counting())
                .map(count -> Tuple3.tuple3(count.end(), count.key(), count.result()))
                .window(WindowDefinition.tumbling(Queries.SLIDE_MILLIS))
                .aggregate(
                        AggregateOperations.maxBy(ComparatorEx.comparing((Tuple3<Long, Long, Long> item) -> item.f2())
                                .thenComparing(item -> -item.f1())))
                .map(top -> top.result())
                .writeTo(Generated.tally(setup, item -> Queries.check5(item.f0(), item.f1(), item.f2())));
    }

    private static void highestBid(StreamStage<Event> events, Setup setup) {
        events.filter(event -> event.bid != null)
                .map(event -> event.bid)
                .window(WindowDefinition.tumbling(Queries.WINDOW_MILLIS))
                .aggregate(AggregateOperations.<Bid>maxBy(
                        (a, b) -> Queries.higher(a, b) ? 1 : Queries.higher(b, a) ? -1 : 0))
                .writeTo(Generated.tally(setup, top -> Queries.check7(top.end(), top.result())));
    }

    private static void newSellers(StreamStage<Event> events, Setup setup) {
        events.filter(event -> event.person != null)
                .map(event -> event.person)
                .groupingKey(person -> person.id)
                .window(WindowDefinition.tumbling(Queries.WINDOW_MILLIS))
                .aggregate2(
                        AggregateOperations.toList(),
                        events.filter(event -> event.auction != null)
                                .map(event -> event.auction)
                                .groupingKey(auction -> auction.seller),
                        AggregateOperations.toList())
                .flatMap(both -> Traversers.traverseIterable(both.result().f0())
                        .flatMap(person -> Traversers.traverseIterable(
                                        both.result().f1())
                                .map(auction -> Tuple3.tuple3(both.end(), person.id, auction.id))))
                .writeTo(Generated.tally(setup, seller -> Queries.check8(seller.f0(), seller.f1(), seller.f2())));
    }

    private static void sessions(StreamStage<Event> events, Setup setup) {
        events.filter(event -> event.bid != null)
                .map(event -> event.bid)
                .groupingKey(bid -> bid.bidder)
                .window(WindowDefinition.session(Queries.GAP_MILLIS))
                .aggregate(AggregateOperations.counting())
                .writeTo(Generated.tally(
                        setup,
                        session -> Queries.check11(session.key(), session.result(), session.start(), session.end())));
    }

    /** A person, and auctions that wait for them. */
    private static final class Seller implements Serializable {
        private static final long serialVersionUID = 1;
        private Person person;
        private List<Auction> waiting = new ArrayList<>(2);

        Traverser<Tuple4<String, String, String, Long>> sales(Event event) {
            if (event.person != null) {
                person = event.person;
                List<Auction> auctions = waiting;
                waiting = new ArrayList<>(2);
                return Traversers.traverseIterable(auctions).map(this::sale);
            }
            if (person != null) {
                return Traversers.singleton(sale(event.auction));
            }
            waiting.add(event.auction);
            return Traversers.empty();
        }

        private Tuple4<String, String, String, Long> sale(Auction auction) {
            return Tuple4.tuple4(person.name, person.city, person.state, auction.id);
        }
    }
}
