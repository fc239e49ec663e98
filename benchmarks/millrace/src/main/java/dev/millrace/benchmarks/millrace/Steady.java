package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.benchmarks.workload.SteadyRate.Seen;
import dev.millrace.benchmarks.workload.SteadyRate.Visit;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.tuple.Tuple3;
import dev.millrace.core.type.Types;
import dev.millrace.stream.StreamExecutionEnvironment;

/** A keyed count of records that come on a schedule. */
final class Steady {
    private Steady() {}

    static void longs(StreamExecutionEnvironment env, Setup setup) {
        Generated.<Tuple2<Long, Long>>steady(
                        env, setup, (number, due) -> Tuple2.of(KeyedCount.key(number, SteadyRate.KEYS), due))
                .keyBy(record -> record.f0)
                .map(new Count())
                .sinkTo(new TallySink<>(total -> SteadyRate.check(total.f0, total.f1), total -> total.f2));
    }

    static void visits(StreamExecutionEnvironment env, Setup setup) {
        Generated.<Visit>steady(env, setup, SteadyRate::visit)
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
