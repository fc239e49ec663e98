package dev.millrace.examples;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import java.util.List;

/** Follows what each client of a server does, and tells of each step that the protocol forbids. */
public final class StateMachine {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("events", "N", "how many events to make up (default: 10000)"),
            new ExampleOption("rate", "EVENTS_PER_SECOND", "make up no more than that (default: as fast as can be)"));

    private static final int CLIENTS = 17;
    private static final int WRONG_EVERY = 97;

    private StateMachine() {}

    /** What a client may do. */
    public enum Action {
        CONNECT,
        LOGIN,
        QUERY,
        LEAVE
    }

    /** Where a client stands. */
    public enum State {
        AWAY,
        CONNECTED,
        LOGGED_IN;

        /** The state after an action, or null when it is forbidden. */
        State after(Action action) {
            return switch (this) {
                case AWAY -> action == Action.CONNECT ? CONNECTED : null;
                case CONNECTED -> action == Action.LOGIN ? LOGGED_IN : action == Action.LEAVE ? AWAY : null;
                case LOGGED_IN -> action == Action.QUERY ? LOGGED_IN : action == Action.LEAVE ? AWAY : null;
            };
        }
    }

    /** A client did something. */
    public record Event(int client, Action action) {

        private static final List<Action> VISIT =
                List.of(Action.CONNECT, Action.LOGIN, Action.QUERY, Action.QUERY, Action.LEAVE);

        /** The event of a number; the same one whenever it is asked for. Now and then it is a wrong one. */
        static Event of(long number) {
            int client = (int) (number % CLIENTS);
            Action usual = VISIT.get((int) (number / CLIENTS % VISIT.size()));
            return new Event(client, number % WRONG_EVERY == WRONG_EVERY - 1 ? Action.CONNECT : usual);
        }
    }

    /** A client did what it may not do; it counts as away from then on. */
    public record Alert(int client, State state, Action action) {}

    /** Keeps the state of each client. */
    private static final class Follow extends KeyedProcessFunction<Integer, Event, Alert> {

        private static final long serialVersionUID = 1;

        private transient ValueState<State> current;

        @Override
        public void open(OpenContext openContext) {
            current = getRuntimeContext().getState(new ValueStateDescriptor<>("state", State.class));
        }

        @Override
        public void processElement(Event event, Context ctx, Collector<Alert> out) throws Exception {
            State before = current.value() == null ? State.AWAY : current.value();
            State after = before.after(event.action());
            if (after == null) {
                out.collect(new Alert(event.client(), before, event.action()));
            }
            if (after == null || after == State.AWAY) {
                current.clear();
            } else {
                current.update(after);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("state-machine", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);
        Double rate = options.rate("rate");

        env.fromSource(
                        new DataGeneratorSource<>(
                                Event::of,
                                options.number("events", 10_000, 0),
                                rate == null ? RateLimiterStrategy.noOp() : RateLimiterStrategy.perSecond(rate)),
                        WatermarkStrategy.noWatermarks(),
                        "events")
                .setParallelism(1)
                .keyBy(Event::client)
                .process(new Follow())
                .print()
                .setParallelism(1);

        env.execute("state-machine");
    }
}
