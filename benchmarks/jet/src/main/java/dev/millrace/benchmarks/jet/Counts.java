package dev.millrace.benchmarks.jet;

import com.hazelcast.jet.datamodel.Tuple2;
import com.hazelcast.jet.datamodel.Tuple3;
import com.hazelcast.jet.pipeline.Pipeline;
import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.KeyedCount.Balance;
import dev.millrace.benchmarks.workload.KeyedCount.Payment;
import dev.millrace.benchmarks.workload.KeyedCount.Totals;
import dev.millrace.benchmarks.workload.LargeState;
import dev.millrace.benchmarks.workload.Setup;
import java.io.Serializable;

/** Running totals per key. */
final class Counts {
    private Counts() {}

    static void countAndSum(Pipeline pipeline, Setup setup) {
        int keys = setup.keys();
        pipeline.readFrom(Generated.<Tuple2<Long, Long>>source(setup, (index, source, sources) -> {
                    long key = KeyedCount.key(index * sources + source, keys);
                    return Tuple2.tuple2(key, KeyedCount.amount(key));
                }))
                .groupingKey(Tuple2::f0)
                .mapStateful(
                        () -> new long[2],
                        (totals, key, record) -> Tuple3.tuple3(key, ++totals[0], totals[1] += record.f1()))
                .writeTo(Generated.tally(setup, total -> KeyedCount.check(total.f0(), total.f1(), total.f2())));
    }

    static void count(Pipeline pipeline, Setup setup) {
        int keys = setup.keys();
        pipeline.readFrom(Generated.<Long>source(
                        setup, (index, source, sources) -> KeyedCount.key(index * sources + source, keys)))
                .groupingKey(key -> key)
                .mapStateful(() -> new long[1], (count, key, record) -> Tuple2.tuple2(key, ++count[0]))
                .writeTo(Generated.tally(setup, total -> LargeState.check(total.f0(), total.f1())));
    }

    static void payments(Pipeline pipeline, Setup setup) {
        int keys = setup.keys();
        pipeline.readFrom(Generated.<Payment>source(
                        setup, (index, source, sources) -> KeyedCount.payment(index * sources + source, keys)))
                .groupingKey(Payment::account)
                .mapStateful(Account::new, (account, key, payment) -> account.add(payment))
                .writeTo(Generated.tally(setup, KeyedCount::check));
    }

    private static final class Account implements Serializable {
        private static final long serialVersionUID = 1;
        private Totals totals = Totals.NONE;

        Balance add(Payment payment) {
            totals = totals.plus(payment.amount());
            return new Balance(payment.account(), totals);
        }
    }
}
