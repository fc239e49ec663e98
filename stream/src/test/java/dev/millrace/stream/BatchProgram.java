package dev.millrace.stream;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple3;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs over events (key, time, number) in the order of a stream, whose final results a plain loop knows too. */
enum BatchProgram {
    REDUCE(true) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left)
                    .reduce((a, b) -> Tuple3.of(a.f0, b.f1, a.f2 + b.f2))
                    .map(Tuple3::toString);
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            if (!left.isEmpty()) {
                StringBuilder all = new StringBuilder();
                left.forEach(event -> all.append(event.number()));
                results.add(Tuple3.of(key, left.get(left.size() - 1).time(), all.toString())
                        .toString());
            }
        }
    },

    SUM(true) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return left.map(event -> Tuple3.of(event.f0, "first", Integer.valueOf(event.f2)))
                    .keyBy(event -> event.f0)
                    .sum(2)
                    .map(Tuple3::toString);
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            if (!left.isEmpty()) {
                results.add(Tuple3.of(
                                key,
                                "first",
                                left.stream().mapToInt(Event::number).sum())
                        .toString());
            }
        }
    },

    SMALLEST(true) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left).minBy(1).map(Tuple3::toString);
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            Event smallest = null;
            for (Event event : left) {
                smallest = smallest == null || event.time() < smallest.time() ? event : smallest;
            }
            if (smallest != null) {
                results.add(smallest.row().toString());
            }
        }
    },

    TIMERS(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left).process(new Alarms());
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            left.stream()
                    .map(Event::time)
                    .distinct()
                    .forEach(time -> results.add(key + "@" + time + " of " + numbers(left)));
        }
    },

    SIDE_OUTPUT(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            SingleOutputStreamOperator<String> alarms = keyed(left).process(new Alarms());
            return alarms.getSideOutput(Alarms.SEEN).union(alarms.filter(alarm -> false));
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            left.forEach(event -> results.add("seen " + event.number()));
        }
    },

    TUMBLING(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left)
                    .window(TumblingEventTimeWindows.of(Duration.ofMillis(7)))
                    .aggregate(new Total(), new Named());
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            windows(key, left, 7, 7, results);
        }
    },

    SLIDING(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left)
                    .window(SlidingEventTimeWindows.of(Duration.ofMillis(9), Duration.ofMillis(3)))
                    .aggregate(new Total(), new Named());
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            windows(key, left, 9, 3, results);
        }
    },

    SESSIONS(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left)
                    .window(EventTimeSessionWindows.withGap(Duration.ofMillis(4)))
                    .aggregate(new Total(), new Named());
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            List<Event> sorted = new ArrayList<>(left);
            sorted.sort(java.util.Comparator.comparingLong(Event::time));
            for (int from = 0, to; from < sorted.size(); from = to) {
                long sum = sorted.get(from).number();
                for (to = from + 1;
                        to < sorted.size()
                                && sorted.get(to).time() - sorted.get(to - 1).time() <= 4;
                        to++) {
                    sum += sorted.get(to).number();
                }
                results.add(key + "@" + sorted.get(from).time() + "-"
                        + (sorted.get(to - 1).time() + 4) + ":" + sum);
            }
        }
    },

    COUNT_WINDOWS(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left)
                    .countWindow(3)
                    .reduce((a, b) -> Tuple3.of(a.f0, 0L, a.f2 + b.f2))
                    .map(Tuple3::toString);
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            for (int end = 3; end <= left.size(); end += 3) {
                StringBuilder all = new StringBuilder();
                left.subList(end - 3, end).forEach(event -> all.append(event.number()));
                results.add(Tuple3.of(key, 0L, all.toString()).toString());
            }
        }
    },

    CO_PROCESS(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return left.connect(right)
                    .keyBy(event -> event.f0, event -> event.f0)
                    .process(new Balance());
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            if (left.size() + right.size() > 0) {
                results.add(key + ": " + (left.size() - right.size()));
            }
        }
    },

    INTERVAL_JOIN(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return keyed(left)
                    .intervalJoin(keyed(right))
                    .between(Duration.ofMillis(-2), Duration.ofMillis(3))
                    .process(new Pairs());
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            for (Event a : left) {
                for (Event b : right) {
                    if (b.time() - a.time() >= -2 && b.time() - a.time() <= 3) {
                        results.add(a.row() + " " + b.row());
                    }
                }
            }
        }
    },

    WINDOW_JOIN(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            return left.join(right)
                    .where(event -> event.f0)
                    .equalTo(event -> event.f0)
                    .window(TumblingEventTimeWindows.of(Duration.ofMillis(5)))
                    .apply((a, b) -> a + " " + b);
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            for (Event a : left) {
                for (Event b : right) {
                    if (a.time() / 5 == b.time() / 5) {
                        results.add(a.row() + " " + b.row());
                    }
                }
            }
        }
    },

    ASYNC(false) {
        @Override
        DataStream<String> write(
                DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right) {
            DataStream<String> alarms = keyed(left).process(new Alarms());
            return AsyncDataStream.unorderedWait(
                    alarms,
                    (String alarm, ResultFuture<String> result) -> result.complete(List.of(alarm)),
                    1,
                    TimeUnit.HOURS,
                    2);
        }

        @Override
        void ofKey(long key, List<Event> left, List<Event> right, List<String> results) {
            TIMERS.ofKey(key, left, right, results);
        }
    };

    /** A record of the streams. */
    record Event(long key, long time, int number) {
        Tuple3<Long, Long, String> row() {
            return Tuple3.of(key, time, String.valueOf(number));
        }
    }

    private final boolean rolling;

    BatchProgram(boolean rolling) {
        this.rolling = rolling;
    }

    /** Whether a stream gives results before the last one of a key; each begins with the key. */
    boolean isRolling() {
        return rolling;
    }

    abstract DataStream<String> write(
            DataStream<Tuple3<Long, Long, String>> left, DataStream<Tuple3<Long, Long, String>> right);

    /** Adds the results of a key. */
    abstract void ofKey(long key, List<Event> left, List<Event> right, List<String> results);

    /** The results of all keys. */
    List<String> model(List<Event> left, List<Event> right, long keys) {
        List<String> results = new ArrayList<>();
        for (long each = 0; each < keys; each++) {
            long key = each;
            ofKey(
                    key,
                    left.stream().filter(event -> event.key() == key).toList(),
                    right.stream().filter(event -> event.key() == key).toList(),
                    results);
        }
        return results;
    }

    static KeyedStream<Tuple3<Long, Long, String>, Long> keyed(DataStream<Tuple3<Long, Long, String>> events) {
        return events.keyBy(event -> event.f0);
    }

    static String numbers(List<Event> events) {
        StringBuilder all = new StringBuilder();
        events.forEach(event -> all.append(event.number()).append(' '));
        return all.toString();
    }

    static void windows(long key, List<Event> events, long size, long slide, List<String> results) {
        for (long start = -size - size % slide; start <= 100; start += slide) {
            long from = start;
            List<Event> in = events.stream()
                    .filter(event -> event.time() >= from && event.time() < from + size)
                    .toList();
            if (!in.isEmpty()) {
                results.add(key + "@" + start + "-" + (start + size) + ":"
                        + in.stream().mapToLong(Event::number).sum());
            }
        }
    }

    /** Keeps all numbers of a key, and shows them at each time that the key has. */
    private static final class Alarms extends KeyedProcessFunction<Long, Tuple3<Long, Long, String>, String> {
        private static final OutputTag<String> SEEN = new OutputTag<>("seen") {};
        private transient ListState<String> all;

        @Override
        public void open(OpenContext openContext) {
            all = getRuntimeContext().getListState(new ListStateDescriptor<>("all", String.class));
        }

        @Override
        public void processElement(Tuple3<Long, Long, String> event, Context context, Collector<String> out)
                throws Exception {
            all.add(event.f2);
            context.timerService().registerEventTimeTimer(context.timestamp());
            context.output(SEEN, "seen " + event.f2);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            StringBuilder text = new StringBuilder();
            all.get().forEach(number -> text.append(number).append(' '));
            out.collect(context.getCurrentKey() + "@" + timestamp + " of " + text);
        }
    }

    /** Counts what comes on the left up, on the right down, and says the balance at the end of time. */
    private static final class Balance
            extends KeyedCoProcessFunction<Long, Tuple3<Long, Long, String>, Tuple3<Long, Long, String>, String> {
        private transient ValueState<Integer> balance;

        @Override
        public void open(OpenContext openContext) {
            balance = getRuntimeContext().getState(new ValueStateDescriptor<>("balance", Integer.class));
        }

        private void add(int change, Context context) throws Exception {
            balance.update(balance.value() == null ? change : balance.value() + change);
            context.timerService().registerEventTimeTimer(1_000);
        }

        @Override
        public void processElement1(Tuple3<Long, Long, String> value, Context context, Collector<String> out)
                throws Exception {
            add(1, context);
        }

        @Override
        public void processElement2(Tuple3<Long, Long, String> value, Context context, Collector<String> out)
                throws Exception {
            add(-1, context);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            out.collect(context.getCurrentKey() + ": " + balance.value());
        }
    }

    private static final class Pairs
            extends ProcessJoinFunction<Tuple3<Long, Long, String>, Tuple3<Long, Long, String>, String> {
        @Override
        public void processElement(
                Tuple3<Long, Long, String> left,
                Tuple3<Long, Long, String> right,
                Context context,
                Collector<String> out) {
            out.collect(left + " " + right);
        }
    }

    private static final class Total implements AggregateFunction<Tuple3<Long, Long, String>, Long, Long> {
        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Tuple3<Long, Long, String> event, Long sum) {
            return sum + Long.parseLong(event.f2);
        }

        @Override
        public Long getResult(Long sum) {
            return sum;
        }

        @Override
        public Long merge(Long a, Long b) {
            return a + b;
        }
    }

    private static final class Named extends ProcessWindowFunction<Long, String, Long, TimeWindow> {
        @Override
        public void process(Long key, Context context, Iterable<Long> sums, Collector<String> out) {
            for (Long sum : sums) {
                out.collect(key + "@" + context.window().getStart() + "-"
                        + context.window().getEnd() + ":" + sum);
            }
        }
    }
}
