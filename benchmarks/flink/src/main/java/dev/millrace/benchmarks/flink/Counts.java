package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.KeyedCount.Balance;
import dev.millrace.benchmarks.workload.KeyedCount.Payment;
import dev.millrace.benchmarks.workload.KeyedCount.Totals;
import dev.millrace.benchmarks.workload.LargeState;
import dev.millrace.benchmarks.workload.Setup;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Running totals per key, kept in keyed state. */
final class Counts {
    static final TypeInformation<Tuple2<Long, Long>> LONG_LONG = Types.TUPLE(Types.LONG, Types.LONG);

    private Counts() {}

    static void countAndSum(StreamExecutionEnvironment env, Setup setup) {
        int keys = setup.keys();
        Generated.stream(env, setup, LONG_LONG, number -> {
                    long key = KeyedCount.key(number, keys);
                    return Tuple2.of(key, KeyedCount.amount(key));
                })
                .keyBy(record -> record.f0)
                .map(new CountAndSum())
                .returns(Types.TUPLE(Types.LONG, Types.LONG, Types.LONG))
                .sinkTo(new TallySink<>(total -> KeyedCount.check(total.f0, total.f1, total.f2)));
    }

    static void count(StreamExecutionEnvironment env, Setup setup) {
        int keys = setup.keys();
        Generated.stream(env, setup, Types.LONG, number -> KeyedCount.key(number, keys))
                .keyBy(key -> key)
                .map(new Count())
                .returns(LONG_LONG)
                .sinkTo(new TallySink<>(total -> LargeState.check(total.f0, total.f1)));
    }

    static void payments(StreamExecutionEnvironment env, Setup setup) {
        int keys = setup.keys();
        Generated.stream(env, setup, TypeInformation.of(Payment.class), number -> KeyedCount.payment(number, keys))
                .keyBy(Payment::account)
                .map(new Account())
                .sinkTo(new TallySink<>(KeyedCount::check));
    }

    private static final class CountAndSum extends RichMapFunction<Tuple2<Long, Long>, Tuple3<Long, Long, Long>> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Tuple2<Long, Long>> totals;

        @Override
        public void open(OpenContext context) {
            totals = getRuntimeContext().getState(new ValueStateDescriptor<>("totals", LONG_LONG));
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
