package dev.millrace.verification.model;

import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.WindowedStream;
import dev.millrace.stream.window.ContinuousProcessingTimeTrigger;
import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.testkit.contract.Board;
import dev.millrace.testkit.contract.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Windows of a program, and the same windows as a model has them.
 *
 * @param trigger null for that of the assigner
 * @param evictor null for none
 */
record Windowed<W extends Window>(
        String name,
        WindowAssigner<Object, W> assigner,
        Trigger<? super Fact, ? super W> trigger,
        Evictor<? super Fact, ? super W> evictor,
        WindowRules rules) {
    private static final OutputTag<Fact> LATE = new OutputTag<>("late") {};

    /** How the contents of windows are kept and shown. */
    enum Way {
        LISTED,
        REDUCED,
        REDUCED_AND_SHOWN,
        AGGREGATED
    }

    static <W extends Window> Windowed<W> of(String name, WindowAssigner<Object, W> assigner, WindowRules rules) {
        return new Windowed<>(name, assigner, null, null, rules);
    }

    static <W extends Window> Windowed<W> triggered(
            String name,
            WindowAssigner<Object, W> assigner,
            Trigger<? super Fact, ? super W> trigger,
            WindowRules rules) {
        return new Windowed<>(name, assigner, trigger, null, rules);
    }

    Windowed<W> evicting(String what, Evictor<? super Fact, ? super W> newEvictor, WindowRules newRules) {
        return new Windowed<>(name + ", " + what, assigner, trigger, newEvictor, newRules);
    }

    /** The same windows, which take late records for a while. */
    Windowed<W> late(long millis) {
        return new Windowed<>(name + ", late by " + millis, assigner, trigger, evictor, rules.late(millis));
    }

    void write(Way way, Board board) {
        WindowedStream<Fact, String, W> windows =
                board.<Fact>input(0).keyBy(Fact::key).window(assigner);
        windows = trigger == null ? windows : windows.trigger(trigger);
        windows = evictor == null ? windows : windows.evictor(evictor);
        windows = rules.lateness() == 0 ? windows : windows.allowedLateness(Duration.ofMillis(rules.lateness()));
        windows = rules.byTheClock() ? windows : windows.sideOutputLateData(LATE);
        SingleOutputStreamOperator<?> main = switch (way) {
            case LISTED -> windows.process(new Shows<>(rules.merging()));
            case REDUCED -> windows.reduce(Fact::sum);
            case REDUCED_AND_SHOWN -> windows.reduce(Fact::sum, new Shows<>(rules.merging()));
            case AGGREGATED -> windows.aggregate(new Numbers(), new Shows<>(rules.merging()));
        };
        board.result(main);
        board.result(main.getSideOutput(LATE));
        if (way != Way.REDUCED) {
            board.result(main.getSideOutput(Shows.FIRINGS));
        }
    }

    private List<?> shown(Way way, Pane pane, List<Fact> facts) {
        String fired = rules.merging() ? "" : " fired " + pane.fired;
        List<Fact> sum = facts.stream().reduce(Fact::sum).stream().toList();
        return switch (way) {
            case LISTED -> {
                Stream<String> texts = facts.stream().map(Fact::toString);
                yield List.of(pane.key + " " + (rules.merging() ? texts.sorted() : texts).toList() + fired);
            }
            case REDUCED -> sum;
            case REDUCED_AND_SHOWN -> List.of(pane.key + " " + sum + fired);
            case AGGREGATED -> {
                TreeSet<Integer> numbers = new TreeSet<>();
                facts.forEach(fact -> numbers.add(fact.number()));
                yield List.of(pane.key + " " + List.of(numbers) + fired);
            }
        };
    }

    /** Whether a record may set a time of the clock that is over, so that the window fires in the midst of a batch. */
    private boolean firesAtOnce() {
        return trigger instanceof ContinuousProcessingTimeTrigger<?>;
    }

    /** Fails unless the engine says what the model says. */
    void check(Way way, Story story) {
        WindowModel model = new WindowModel(rules, 1, Fact::key, (pane, facts) -> shown(way, pane, facts));
        model.play(story.script());
        Outcome outcome = (firesAtOnce() ? story.oneByOne() : story).run(board -> write(way, board));
        model.told.require(outcome, 0);
        model.late.require(outcome, 1);
        if (way != Way.REDUCED) {
            model.firings.requireTimeless(outcome, 2);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
