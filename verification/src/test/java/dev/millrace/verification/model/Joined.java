package dev.millrace.verification.model;

import dev.millrace.core.function.CoGroupFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.JoinFunction;
import dev.millrace.stream.join.TaggedUnion;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.testkit.contract.Board;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A window join and a coGroup of a program, and the same as a model has them.
 *
 * @param trigger null for that of the assigner
 */
record Joined<W extends Window>(
        String name,
        WindowAssigner<Object, W> assigner,
        Trigger<? super TaggedUnion<Fact, Fact>, ? super W> trigger,
        WindowRules rules) {

    private static final class Pairs implements JoinFunction<Fact, Fact, String> {
        private static final long serialVersionUID = 1;

        @Override
        public String join(Fact left, Fact right) {
            return left + " with " + right;
        }
    }

    private static final class Groups implements CoGroupFunction<Fact, Fact, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void coGroup(Iterable<Fact> left, Iterable<Fact> right, Collector<String> out) {
            out.collect(shown(left) + " with " + shown(right));
        }
    }

    private static List<String> shown(Iterable<Fact> facts) {
        List<String> shown = new ArrayList<>();
        facts.forEach(fact -> shown.add(fact.toString()));
        shown.sort(null);
        return shown;
    }

    private void write(Board board) {
        var join = board.<Fact>input(0)
                .join(board.<Fact>input(1))
                .where(Fact::key)
                .equalTo(Fact::key)
                .window(assigner);
        var coGroup = board.<Fact>input(0)
                .coGroup(board.<Fact>input(1))
                .where(Fact::key)
                .equalTo(Fact::key)
                .window(assigner);
        if (trigger != null) {
            join = join.trigger(trigger);
            coGroup = coGroup.trigger(trigger);
        }
        if (rules.lateness() > 0) {
            join = join.allowedLateness(Duration.ofMillis(rules.lateness()));
            coGroup = coGroup.allowedLateness(Duration.ofMillis(rules.lateness()));
        }
        board.result(join.apply(new Pairs()));
        board.result(coGroup.apply(new Groups()));
    }

    /** The facts of a source. */
    private static List<Fact> of(int source, List<Fact> facts, List<Happening> script) {
        return facts.stream()
                .filter(fact -> script.get(fact.number()).from() == source)
                .toList();
    }

    private static List<String> pairs(List<Fact> left, List<Fact> right) {
        List<String> pairs = new ArrayList<>();
        for (Fact one : left) {
            for (Fact other : right) {
                pairs.add(one + " with " + other);
            }
        }
        return pairs;
    }

    void check(Story story) {
        List<Happening> script = story.script();
        Outcome outcome = story.run(this::write);
        new WindowModel(rules, 2, Fact::key, (pane, facts) -> pairs(of(0, facts, script), of(1, facts, script)))
                .play(script)
                .told
                .require(outcome, 0);
        new WindowModel(
                        rules,
                        2,
                        Fact::key,
                        (pane, facts) -> List.of(shown(of(0, facts, script)) + " with " + shown(of(1, facts, script))))
                .play(script)
                .told
                .require(outcome, 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
