package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.nexmark.Auction;
import dev.millrace.benchmarks.workload.nexmark.Bid;
import dev.millrace.benchmarks.workload.nexmark.Event;
import dev.millrace.benchmarks.workload.nexmark.Person;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.tuple.Tuple3;
import dev.millrace.core.tuple.Tuple4;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.window.AllWindowFunction;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.WindowFunction;
import java.time.Duration;

/** Queries over mutable events with long ids. */
final class AuctionQueries {
    private static final Duration WINDOW = Duration.ofMillis(Queries.WINDOW_MILLIS);
    private static final Duration SLIDE = Duration.ofMillis(Queries.SLIDE_MILLIS);
    private static final Duration GAP = Duration.ofMillis(Queries.GAP_MILLIS);

    private AuctionQueries() {}

    static void build(StreamExecutionEnvironment env, Setup setup) {
        Task task = setup.workload().task();
        boolean timed = task == Task.Q5 || task == Task.Q7 || task == Task.Q8 || task == Task.Q11;
        DataStream<Event> events = Generated.events(env, setup, timed);
        switch (task) {
            case Q0 -> events.sinkTo(new TallySink<>(Queries::check0));
            case Q1 -> convert(events);
            case Q2 -> pick(events);
            case Q3 -> join(events);
            case Q5 -> hotItems(events);
            case Q7 -> highestBid(events);
            case Q8 -> newSellers(events);
            case Q11 -> sessions(events);
            case COUNT_1K, COUNT_1M, LONGS, WORDS, CHECKPOINT, LATENCY, START ->
                throw new IllegalArgumentException(task.label() + " is no query over auctions");
        }
    }

    private static DataStream<Bid> bids(DataStream<Event> events) {
        return events.filter(event -> event.bid != null).map(event -> event.bid);
    }

    private static DataStream<Auction> auctions(DataStream<Event> events) {
        return events.filter(event -> event.auction != null).map(event -> event.auction);
    }

    private static DataStream<Person> people(DataStream<Event> events) {
        return events.filter(event -> event.person != null).map(event -> event.person);
    }

    private static void convert(DataStream<Event> events) {
        bids(events).map(bid -> bid.at(Queries.euros(bid.price))).sinkTo(new TallySink<>(Queries::check1));
    }

    private static void pick(DataStream<Event> events) {
        bids(events)
                .filter(bid -> Queries.wanted(bid.auction))
                .map(bid -> Tuple2.of(bid.auction, bid.price))
                .sinkTo(new TallySink<>(bid -> Queries.check2(bid.f0, bid.f1)));
    }

    private static void join(DataStream<Event> events) {
        people(events)
                .filter(person -> Queries.isNear(person.state))
                .keyBy(person -> person.id)
                .connect(auctions(events)
                        .filter(auction -> Queries.isOfCategory(auction.category))
                        .keyBy(auction -> auction.seller))
                .process(new PeopleAndAuctions())
                .sinkTo(new TallySink<>(sale -> Queries.check3(sale.f0, sale.f1, sale.f2, sale.f3)));
    }

    private static void hotItems(DataStream<Event> events) {
        bids(events)
                .keyBy(bid -> bid.auction)
                .window(SlidingEventTimeWindows.of(WINDOW, SLIDE))
                .aggregate(new CountBids(), new Counted())
                .keyBy(item -> item.f0)
                .window(TumblingEventTimeWindows.of(SLIDE))
                .reduce((a, b) -> Queries.hotter(a.f2, a.f1, b.f2, b.f1) ? a : b)
                .sinkTo(new TallySink<>(item -> Queries.check5(item.f0, item.f1, item.f2)));
    }

    private static void highestBid(DataStream<Event> events) {
        bids(events)
                .windowAll(TumblingEventTimeWindows.of(WINDOW))
                .reduce((a, b) -> Queries.higher(a, b) ? a : b, new WithWindow())
                .sinkTo(new TallySink<>(top -> Queries.check7(top.f0, top.f1)));
    }

    private static void newSellers(DataStream<Event> events) {
        people(events)
                .join(auctions(events))
                .where(person -> person.id)
                .equalTo(auction -> auction.seller)
                .window(TumblingEventTimeWindows.of(WINDOW))
                .apply((person, auction) -> Tuple3.of(Queries.windowEnd(auction.dateTime), person.id, auction.id))
                .sinkTo(new TallySink<>(seller -> Queries.check8(seller.f0, seller.f1, seller.f2)));
    }

    private static void sessions(DataStream<Event> events) {
        bids(events)
                .keyBy(bid -> bid.bidder)
                .window(EventTimeSessionWindows.withGap(GAP))
                .aggregate(new CountBids(), new Session())
                .sinkTo(new TallySink<>(session -> Queries.check11(session.f0, session.f1, session.f2, session.f3)));
    }

    private static final class CountBids implements AggregateFunction<Bid, Long, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Bid bid, Long count) {
            return count + 1;
        }

        @Override
        public Long getResult(Long count) {
            return count;
        }

        @Override
        public Long merge(Long a, Long b) {
            return a + b;
        }
    }

    private static final class Counted implements WindowFunction<Long, Tuple3<Long, Long, Long>, Long, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void apply(
                Long auction, TimeWindow window, Iterable<Long> counts, Collector<Tuple3<Long, Long, Long>> out) {
            out.collect(Tuple3.of(window.getEnd(), auction, counts.iterator().next()));
        }
    }

    private static final class Session
            implements WindowFunction<Long, Tuple4<Long, Long, Long, Long>, Long, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void apply(
                Long bidder, TimeWindow window, Iterable<Long> counts, Collector<Tuple4<Long, Long, Long, Long>> out) {
            out.collect(Tuple4.of(bidder, counts.iterator().next(), window.getStart(), window.getEnd()));
        }
    }

    private static final class WithWindow implements AllWindowFunction<Bid, Tuple2<Long, Bid>, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void apply(TimeWindow window, Iterable<Bid> bids, Collector<Tuple2<Long, Bid>> out) {
            out.collect(Tuple2.of(window.getEnd(), bids.iterator().next()));
        }
    }

    /** Keeps people for ever, and auctions until their seller comes. */
    private static final class PeopleAndAuctions
            extends KeyedCoProcessFunction<Long, Person, Auction, Tuple4<String, String, String, Long>> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Person> seller;
        private transient ListState<Auction> waiting;

        @Override
        public void open(OpenContext context) {
            seller = getRuntimeContext().getState(new ValueStateDescriptor<>("seller", Person.class));
            waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", Auction.class));
        }

        @Override
        public void processElement1(Person person, Context context, Collector<Tuple4<String, String, String, Long>> out)
                throws Exception {
            seller.update(person);
            for (Auction auction : waiting.get()) {
                out.collect(Tuple4.of(person.name, person.city, person.state, auction.id));
            }
            waiting.clear();
        }

        @Override
        public void processElement2(
                Auction auction, Context context, Collector<Tuple4<String, String, String, Long>> out)
                throws Exception {
            Person person = seller.value();
            if (person == null) {
                waiting.add(auction);
            } else {
                out.collect(Tuple4.of(person.name, person.city, person.state, auction.id));
            }
        }
    }
}
