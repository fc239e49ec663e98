package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.KeyedCount.Balance;
import dev.millrace.benchmarks.workload.KeyedCount.Payment;
import dev.millrace.benchmarks.workload.KeyedCount.Totals;
import dev.millrace.benchmarks.workload.LargeState;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.tuple.Tuple3;
import dev.millrace.core.type.Types;
import dev.millrace.stream.StreamExecutionEnvironment;

/** Running totals per key, kept in keyed state. */
final class Counts {
    private Counts() {}

    static void countAndSum(StreamExecutionEnvironment env, Setup setup) {
        int keys = setup.keys();
        Generated.stream(env, setup, number -> {
                    long key = KeyedCount.key(number, keys);
                    return Tuple2.of(key, KeyedCount.amount(key));
                })
                .keyBy(record -> record.f0)
                .map(new CountAndSum())
                .sinkTo(new TallySink<>(total -> KeyedCount.check(total.f0, total.f1, total.f2)));
    }

    static void count(StreamExecutionEnvironment env, Setup setup) {
        int keys = setup.keys();
        Generated.stream(env, setup, number -> KeyedCount.key(number, keys))
                .keyBy(key -> key)
                .map(new Count())
                .sinkTo(TallySink.withGaps(total -> LargeState.check(total.f0, total.f1)));
    }

    static void payments(StreamExecutionEnvironment env, Setup setup) {
        int keys = setup.keys();
        Generated.stream(env, setup, number -> KeyedCount.payment(number, keys))
                .keyBy(Payment::account)
                .map(new Account())
                .sinkTo(new TallySink<>(KeyedCount::check));
    }

    private static final class CountAndSum extends RichMapFunction<Tuple2<Long, Long>, Tuple3<Long, Long, Long>> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Tuple2<Long, Long>> totals;

        @Override
        public void open(OpenContext context) {
            totals = getRuntimeContext()
                    .getState(new ValueStateDescriptor<>("totals", Types.TUPLE(Types.LONG, Types.LONG)));
        }

        @Override
        public Tuple3<Long, Long, Long> map(Tuple2<Long, Long> record) throws Exception {
            Tuple2<Long, Long> before = totals.value();
            Tuple2<Long, Long> after =
                    before == null ? Tuple2.of(1L, record.f1) : Tuple2.of(before.f0 + 1, before.f1 + record.f1);
            totals.update(after);
            return Tuple3.of(record.f0, after.f0, after.f1);
        }
    }

    private static final class Count extends RichMapFunction<Long, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public Tuple2<Long, Long> map(Long key) throws Exception {
            Long before = count.value();
            long after = before == null ? 1 : before + 1;
            count.update(after);
            return Tuple2.of(key, after);
        }
    }

    private static final class Account extends RichMapFunction<Payment, Balance> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Totals> totals;

        @Override
        public void open(OpenContext context) {
            totals = getRuntimeContext().getState(new ValueStateDescriptor<>("totals", Totals.class));
        }

        @Override
        public Balance map(Payment payment) throws Exception {
            Totals before = totals.value();
            Totals after = (before == null ? Totals.NONE : before).plus(payment.amount());
            totals.update(after);
            return new Balance(payment.account(), after);
        }
    }
}
