package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.nexmark.AuctionRecord;
import dev.millrace.benchmarks.workload.nexmark.BidRecord;
import dev.millrace.benchmarks.workload.nexmark.EventRecord;
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
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.AllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The same queries over records with text for ids, with aggregates of their own. */
final class AuctionRecordQueries {
    private static final Duration WINDOW = Duration.ofMillis(Queries.WINDOW_MILLIS);
    private static final Duration SLIDE = Duration.ofMillis(Queries.SLIDE_MILLIS);
    private static final Duration GAP = Duration.ofMillis(Queries.GAP_MILLIS);

    private AuctionRecordQueries() {}

    static void build(StreamExecutionEnvironment env, Setup setup) {
        Task task = setup.workload().task();
        boolean timed = task == Task.Q5 || task == Task.Q7 || task == Task.Q8 || task == Task.Q11;
        DataStream<EventRecord> events = Generated.eventRecords(env, setup, timed);
        switch (task) {
            case Q0 -> events.sinkTo(new TallySink<>(RecordQueries::check0));
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

    private static DataStream<BidRecord> bids(DataStream<EventRecord> events) {
        return events.filter(event -> event.bid() != null).map(EventRecord::bid);
    }

    private static DataStream<AuctionRecord> auctions(DataStream<EventRecord> events) {
        return events.filter(event -> event.auction() != null).map(EventRecord::auction);
    }

    private static DataStream<PersonRecord> people(DataStream<EventRecord> events) {
        return events.filter(event -> event.person() != null).map(EventRecord::person);
    }

    private static void convert(DataStream<EventRecord> events) {
        bids(events).map(bid -> bid.at(Queries.euros(bid.price()))).sinkTo(new TallySink<>(RecordQueries::check1));
    }

    private static void pick(DataStream<EventRecord> events) {
        bids(events)
                .filter(bid -> RecordQueries.wanted(bid.auction()))
                .map(bid -> new Offer(bid.auction(), bid.price()))
                .sinkTo(new TallySink<>(RecordQueries::check));
    }

    private static void join(DataStream<EventRecord> events) {
        people(events)
                .filter(person -> Queries.isNear(person.state()))
                .keyBy(PersonRecord::id)
                .connect(auctions(events)
                        .filter(auction -> Queries.isOfCategory(auction.category()))
                        .keyBy(AuctionRecord::seller))
                .process(new PeopleAndAuctions())
                .sinkTo(new TallySink<>(RecordQueries::check));
    }

    private static void hotItems(DataStream<EventRecord> events) {
        bids(events)
                .keyBy(BidRecord::auction)
                .window(SlidingEventTimeWindows.of(WINDOW, SLIDE))
                .aggregate(new Demands(), new WithEnd())
                .keyBy(HotItem::windowEnd)
                .window(TumblingEventTimeWindows.of(SLIDE))
                .reduce((a, b) -> a.isHotterThan(b) ? a : b)
                .sinkTo(new TallySink<>(RecordQueries::check));
    }

    private static void highestBid(DataStream<EventRecord> events) {
        bids(events)
                .windowAll(TumblingEventTimeWindows.of(WINDOW))
                .aggregate(new HighestBid(), new WithWindow())
                .sinkTo(new TallySink<>(RecordQueries::check));
    }

    private static void newSellers(DataStream<EventRecord> events) {
        people(events)
                .join(auctions(events))
                .where(PersonRecord::id)
                .equalTo(AuctionRecord::seller)
                .window(TumblingEventTimeWindows.of(WINDOW))
                .apply((person, auction) ->
                        new NewSeller(Queries.windowEnd(auction.dateTime()), person.id(), auction.id()))
                .sinkTo(new TallySink<>(RecordQueries::check));
    }

    private static void sessions(DataStream<EventRecord> events) {
        bids(events)
                .keyBy(BidRecord::bidder)
                .window(EventTimeSessionWindows.withGap(GAP))
                .aggregate(new Demands(), new WithSession())
                .sinkTo(new TallySink<>(RecordQueries::check));
    }

    private static final class Demands implements AggregateFunction<BidRecord, Demand, Demand> {
        private static final long serialVersionUID = 1;

        @Override
        public Demand createAccumulator() {
            return Demand.NONE;
        }

        @Override
        public Demand add(BidRecord bid, Demand demand) {
            return demand.plus(bid);
        }

        @Override
        public Demand getResult(Demand demand) {
            return demand;
        }

        @Override
        public Demand merge(Demand a, Demand b) {
            return a.plus(b);
        }
    }

    private static final class HighestBid implements AggregateFunction<BidRecord, Highest, Highest> {
        private static final long serialVersionUID = 1;

        @Override
        public Highest createAccumulator() {
            return Highest.NONE;
        }

        @Override
        public Highest add(BidRecord bid, Highest highest) {
            return highest.or(bid);
        }

        @Override
        public Highest getResult(Highest highest) {
            return highest;
        }

        @Override
        public Highest merge(Highest a, Highest b) {
            return a.or(b);
        }
    }

    private static final class WithEnd implements WindowFunction<Demand, HotItem, String, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void apply(String auction, TimeWindow window, Iterable<Demand> demands, Collector<HotItem> out) {
            out.collect(new HotItem(window.getEnd(), auction, demands.iterator().next()));
        }
    }

    private static final class WithSession implements WindowFunction<Demand, Session, String, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void apply(String bidder, TimeWindow window, Iterable<Demand> demands, Collector<Session> out) {
            out.collect(new Session(bidder, demands.iterator().next(), window.getStart(), window.getEnd()));
        }
    }

    private static final class WithWindow implements AllWindowFunction<Highest, WindowTop, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void apply(TimeWindow window, Iterable<Highest> highest, Collector<WindowTop> out) {
            out.collect(new WindowTop(window.getEnd(), highest.iterator().next()));
        }
    }

    /** Keeps people for ever, and auctions until their seller comes. */
    private static final class PeopleAndAuctions
            extends KeyedCoProcessFunction<String, PersonRecord, AuctionRecord, Sale> {
        private static final long serialVersionUID = 1;
        private transient ValueState<PersonRecord> seller;
        private transient ListState<AuctionRecord> waiting;

        @Override
        public void open(OpenContext context) {
            seller = getRuntimeContext().getState(new ValueStateDescriptor<>("seller", PersonRecord.class));
            waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", AuctionRecord.class));
        }

        @Override
        public void processElement1(PersonRecord person, Context context, Collector<Sale> out) throws Exception {
            seller.update(person);
            Iterable<AuctionRecord> auctions = waiting.get();
            // null when there are none
            for (AuctionRecord auction : auctions == null ? List.<AuctionRecord>of() : auctions) {
                out.collect(new Sale(person.name(), person.city(), person.state(), auction.id()));
            }
            waiting.clear();
        }

        @Override
        public void processElement2(AuctionRecord auction, Context context, Collector<Sale> out) throws Exception {
            PersonRecord person = seller.value();
            if (person == null) {
                waiting.add(auction);
            } else {
                out.collect(new Sale(person.name(), person.city(), person.state(), auction.id()));
            }
        }
    }
}
