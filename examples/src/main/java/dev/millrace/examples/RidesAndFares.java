package dev.millrace.examples;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.RichCoFlatMapFunction;
import java.util.List;

/** Brings each ride together with its fare, whichever comes first: the other waits in state. */
public final class RidesAndFares {

    private static final List<ExampleOption> OPTIONS =
            JobOptions.with(new ExampleOption("rides", "N", "how many rides to make up (default: 500)"));

    private RidesAndFares() {}

    /** A ride with its fare. */
    public record Paid(Ride ride, Ride.Fare fare) {}

    /** Keeps whichever comes first. */
    private static final class Match extends RichCoFlatMapFunction<Ride, Ride.Fare, Paid> {

        private static final long serialVersionUID = 1;

        private transient ValueState<Ride> rides;
        private transient ValueState<Ride.Fare> fares;

        @Override
        public void open(OpenContext openContext) {
            rides = getRuntimeContext().getState(new ValueStateDescriptor<>("ride", Ride.class));
            fares = getRuntimeContext().getState(new ValueStateDescriptor<>("fare", Ride.Fare.class));
        }

        @Override
        public void flatMap1(Ride ride, Collector<Paid> out) throws Exception {
            if (fares.value() == null) {
                rides.update(ride);
            } else {
                out.collect(new Paid(ride, fares.value()));
                fares.clear();
            }
        }

        @Override
        public void flatMap2(Ride.Fare fare, Collector<Paid> out) throws Exception {
            if (rides.value() == null) {
                fares.update(fare);
            } else {
                out.collect(new Paid(rides.value(), fare));
                rides.clear();
            }
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("rides-and-fares", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);
        int count = options.number("rides", 500, 1);

        env.fromData(Ride.events(count))
                .filter(Ride::isStart)
                .connect(env.fromData(Ride.fares(count)))
                .keyBy(Ride::id, Ride.Fare::ride)
                .flatMap(new Match())
                .print()
                .setParallelism(1);

        env.execute("rides-and-fares");
    }
}
