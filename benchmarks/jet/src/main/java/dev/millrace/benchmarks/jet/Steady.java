package dev.millrace.benchmarks.jet;

import com.hazelcast.jet.datamodel.Tuple2;
import com.hazelcast.jet.datamodel.Tuple3;
import com.hazelcast.jet.pipeline.Pipeline;
import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.benchmarks.workload.SteadyRate.Seen;
import dev.millrace.benchmarks.workload.SteadyRate.Visit;

/** A keyed count of records that come on a schedule. */
final class Steady {
    private Steady() {}

    static void longs(Pipeline pipeline, Setup setup) {
        pipeline.readFrom(Generated.<Tuple2<Long, Long>>steady(
                        setup, (number, due) -> Tuple2.tuple2(KeyedCount.key(number, SteadyRate.KEYS), due)))
                .groupingKey(Tuple2::f0)
                .mapStateful(() -> new long[1], (count, key, record) -> Tuple3.tuple3(key, ++count[0], record.f1()))
                .writeTo(Generated.late(setup, total -> SteadyRate.check(total.f0(), total.f1()), total -> total.f2()));
    }

    static void visits(Pipeline pipeline, Setup setup) {
        pipeline.readFrom(Generated.<Visit>steady(setup, SteadyRate::visit))
                .groupingKey(Visit::page)
                .mapStateful(() -> new long[1], (count, key, visit) -> new Seen(key, ++count[0], visit.due()))
                .writeTo(Generated.late(setup, SteadyRate::check, Seen::due));
    }
}
