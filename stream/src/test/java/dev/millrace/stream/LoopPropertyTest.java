package dev.millrace.stream;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.Collector;
import dev.millrace.core.tuple.Tuple2;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random graphs with loops in them, in series, in branches and in one another, against plain recursion. */
@Timeout(240)
class LoopPropertyTest {

    /** A part of a graph. A record has a name and fuel; no part adds fuel, and each round of a loop burns some. */
    private sealed interface Part {

        DataStream<Tuple2<Long, Long>> write(DataStream<Tuple2<Long, Long>> records);

        /** Adds what becomes of a record. */
        void pass(long name, long fuel, List<Tuple2<Long, Long>> results);
    }

    /** Sends records to other instances: by name, in turn, or not at all. */
    private record Exchanged(int kind) implements Part {
        @Override
        public DataStream<Tuple2<Long, Long>> write(DataStream<Tuple2<Long, Long>> records) {
            return switch (kind) {
                case 0 -> records.keyBy(record -> record.f0).map(record -> record);
                case 1 -> records.rebalance().map(record -> record);
                default -> records.map(record -> record);
            };
        }

        @Override
        public void pass(long name, long fuel, List<Tuple2<Long, Long>> results) {
            results.add(Tuple2.of(name, fuel));
        }
    }

    /** Makes two records of one that has fuel for both. */
    private record Halved() implements Part {
        @Override
        public DataStream<Tuple2<Long, Long>> write(DataStream<Tuple2<Long, Long>> records) {
            return records.flatMap((Tuple2<Long, Long> record, Collector<Tuple2<Long, Long>> out) -> {
                if (record.f1 < 2) {
                    out.collect(record);
                } else {
                    out.collect(Tuple2.of(record.f0 * 2, record.f1 / 2));
                    out.collect(Tuple2.of(record.f0 * 2 + 1, record.f1 - record.f1 / 2));
                }
            });
        }

        @Override
        public void pass(long name, long fuel, List<Tuple2<Long, Long>> results) {
            if (fuel < 2) {
                results.add(Tuple2.of(name, fuel));
            } else {
                results.add(Tuple2.of(name * 2, fuel / 2));
                results.add(Tuple2.of(name * 2 + 1, fuel - fuel / 2));
            }
        }
    }

    /** One part after another. */
    private record Series(Part first, Part second) implements Part {
        @Override
        public DataStream<Tuple2<Long, Long>> write(DataStream<Tuple2<Long, Long>> records) {
            return second.write(first.write(records));
        }

        @Override
        public void pass(long name, long fuel, List<Tuple2<Long, Long>> results) {
            List<Tuple2<Long, Long>> between = new ArrayList<>();
            first.pass(name, fuel, between);
            between.forEach(record -> second.pass(record.f0, record.f1, results));
        }
    }

    /** Even names one way, odd ones another. */
    private record Branched(Part even, Part odd) implements Part {
        @Override
        public DataStream<Tuple2<Long, Long>> write(DataStream<Tuple2<Long, Long>> records) {
            return even.write(records.filter(record -> record.f0 % 2 == 0))
                    .union(odd.write(records.filter(record -> record.f0 % 2 == 1)));
        }

        @Override
        public void pass(long name, long fuel, List<Tuple2<Long, Long>> results) {
            (name % 2 == 0 ? even : odd).pass(name, fuel, results);
        }
    }

    /** A loop, which records leave when their fuel is a multiple of a number; they come back by one of two ways. */
    private record Looped(Part body, int leaving) implements Part {
        @Override
        public DataStream<Tuple2<Long, Long>> write(DataStream<Tuple2<Long, Long>> records) {
            int divisor = leaving;
            IterativeStream<Tuple2<Long, Long>> loop =
                    records.map(record -> record).iterate();
            DataStream<Tuple2<Long, Long>> end = body.write(loop.map(record -> Tuple2.of(record.f0, record.f1 - 1)));
            DataStream<Tuple2<Long, Long>> again = end.filter(record -> record.f1 > 0 && record.f1 % divisor != 0);
            loop.closeWith(again.filter(record -> record.f0 % 3 == 0));
            loop.closeWith(again.filter(record -> record.f0 % 3 != 0).keyBy(record -> record.f0));
            return end.filter(record -> record.f1 <= 0 || record.f1 % divisor == 0);
        }

        @Override
        public void pass(long name, long fuel, List<Tuple2<Long, Long>> results) {
            List<Tuple2<Long, Long>> end = new ArrayList<>();
            body.pass(name, fuel - 1, end);
            for (Tuple2<Long, Long> record : end) {
                if (record.f1 > 0 && record.f1 % leaving != 0) {
                    pass(record.f0, record.f1, results);
                } else {
                    results.add(record);
                }
            }
        }
    }

    private static final Gen<Part> STEPS =
            Gen.oneOf(Gen.integers(0, 2).map(Exchanged::new), Gen.constant(new Halved()));

    private static Gen<Part> deeper(Gen<Part> parts) {
        return Gen.frequency(
                Gen.weighted(3, Gen.combine(parts, Gen.integers(2, 5), Looped::new)),
                Gen.weighted(2, Gen.combine(parts, parts, Series::new)),
                Gen.weighted(1, Gen.combine(parts, parts, Branched::new)));
    }

    @Test
    void whatLeavesAGraphOfLoopsIsWhatRecursionGives() {
        Gen<Part> graphs = Gen.nested(STEPS, LoopPropertyTest::deeper, 3);
        Check.cases(30)
                .withShrinkAttemptsMax(40)
                .run(graphs, Gen.longs(0, 14).list(0, 60), Gen.integers(1, 3), (graph, fuels, parallelism) -> {
                    List<Tuple2<Long, Long>> records = new ArrayList<>();
                    List<Tuple2<Long, Long>> expected = new ArrayList<>();
                    for (long fuel : fuels) {
                        long name = records.size();
                        records.add(Tuple2.of(name, fuel));
                        graph.pass(name, fuel, expected);
                    }
                    StreamExecutionEnvironment environment = Runs.environment(parallelism);
                    DataStream<Tuple2<Long, Long>> start =
                            environment.fromData(records).rebalance().map(record -> record);
                    Runs.assertSameRecords(Runs.results(graph.write(start)), expected);
                });
    }
}
