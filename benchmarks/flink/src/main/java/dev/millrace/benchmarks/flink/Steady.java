package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.benchmarks.workload.SteadyRate.Seen;
import dev.millrace.benchmarks.workload.SteadyRate.Visit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A keyed count of records that come on a schedule. */
final class Steady {
    private Steady() {}

    static void longs(StreamExecutionEnvironment env, Setup setup) {
        Generated.steady(
                        env,
                        setup,
                        Counts.LONG_LONG,
                        (number, due) -> Tuple2.of(KeyedCount.key(number, SteadyRate.KEYS), due))
                .keyBy(record -> record.f0)
                .map(new Count())
                .returns(Types.TUPLE(Types.LONG, Types.LONG, Types.LONG))
                .sinkTo(new TallySink<>(total -> SteadyRate.check(total.f0, total.f1), total -> total.f2));
    }

    static void visits(StreamExecutionEnvironment env, Setup setup) {
        Generated.steady(env, setup, TypeInformation.of(Visit.class), SteadyRate::visit)
                .keyBy(Visit::page)
                .map(new CountVisits())
                .sinkTo(new TallySink<>(SteadyRate::check, Seen::due));
    }

    private static final class Count extends RichMapFunction<Tuple2<Long, Long>, Tuple3<Long, Long, Long>> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public Tuple3<Long, Long, Long> map(Tuple2<Long, Long> record) throws Exception {
            Long before = count.value();
            long after = before == null ? 1 : before + 1;
            count.update(after);
            return Tuple3.of(record.f0, after, record.f1);
        }
    }

    private static final class CountVisits extends RichMapFunction<Visit, Seen> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public Seen map(Visit visit) throws Exception {
            Long before = count.value();
            long after = before == null ? 1 : before + 1;
            count.update(after);
            return new Seen(visit.page(), after, visit.due());
        }
    }
}
