package dev.millrace.examples;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import java.time.Duration;
import java.util.List;

/** Tells of taxi rides that have not ended two hours after they began, as soon as that is so. */
public final class LongRides {

    private static final List<ExampleOption> OPTIONS =
            JobOptions.with(new ExampleOption("rides", "N", "how many rides to make up (default: 500)"));

    static final Duration LONG = Duration.ofHours(2);

    private LongRides() {}

    /** Sets a timer when a ride begins, and takes it back when the ride ends. */
    private static final class Watch extends KeyedProcessFunction<Long, Ride, Ride> {

        private static final long serialVersionUID = 1;

        private transient ValueState<Ride> started;

        @Override
        public void open(OpenContext openContext) {
            started = getRuntimeContext().getState(new ValueStateDescriptor<>("started", Ride.class));
        }

        @Override
        public void processElement(Ride ride, Context ctx, Collector<Ride> out) throws Exception {
            if (ride.isStart()) {
                started.update(ride);
                ctx.timerService().registerEventTimeTimer(ride.timeMillis() + LONG.toMillis());
            } else if (started.value() != null) {
                Ride start = started.value();
                if (ride.timeMillis() - start.timeMillis() > LONG.toMillis()) {
                    out.collect(start); // its end came before event time had come to the timer
                }
                ctx.timerService().deleteEventTimeTimer(start.timeMillis() + LONG.toMillis());
                started.clear();
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<Ride> out) throws Exception {
            out.collect(started.value());
            started.clear();
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("long-rides", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        env.fromData(Ride.events(options.number("rides", 500, 1)))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Ride>forMonotonousTimestamps()
                        .withTimestampAssigner((ride, timestamp) -> ride.timeMillis()))
                .setParallelism(1) // in several instances the end of a ride could overtake its beginning
                .keyBy(Ride::id)
                .process(new Watch())
                .print()
                .setParallelism(1);

        env.execute("long-rides");
    }
}
