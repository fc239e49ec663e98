package dev.millrace.verification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Choices;
import dev.millrace.check.Gen;
import dev.millrace.testkit.contract.Cut;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Outcome;
import dev.millrace.testkit.contract.Variant;
import dev.millrace.verification.model.Asking.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests that are answered as it comes, or not, or with errors, over all that may befall a run. */
class RequestsModelTest {
    private static final int CASES = 20;
    private static final int ANSWERS_MAX = 3;
    private static final int FEW = 4;
    private static final int MANY = 100;
    /** What is asked anew after a restore may take so many rounds more. */
    private static final int SPARE_ROUNDS = 3;

    /** An answer to the request about a fact, or to all, as a happening that the model can look into. */
    private record Answered(int number, Answer answer) {
        Happening happening(int retriesMax) {
            return new Happening.Outside(
                    "answer " + number + " " + answer,
                    () -> Asking.Outside.here().answer(number, answer, retriesMax));
        }
    }

    /** A story and the answers in it, by the place of their happenings. */
    private record Dialogue(Story story, Map<Integer, Answered> answers, int lastRounds) {
        @Override
        public String toString() {
            return story.toString();
        }
    }

    private static Gen<Dialogue> dialogues(Asking asking) {
        Gen<List<Happening>> scripts = Stories.scripts(1);
        return choices -> {
            List<Happening> script = new ArrayList<>();
            List<Fact> facts = new ArrayList<>();
            Map<Integer, Answered> answers = new HashMap<>();
            for (Happening happening : scripts.generate(choices)) {
                script.add(happening);
                if (happening instanceof Happening.Given given) {
                    facts.add((Fact) given.value());
                }
                for (int left = (int) choices.upTo(facts.isEmpty() ? 0 : ANSWERS_MAX - 1L); left > 0; left--) {
                    int number = facts.get(facts.size() - 1 - (int) choices.upTo(Math.min(facts.size() - 1, 7)))
                            .number();
                    Answered answered =
                            new Answered(number, Answer.values()[(int) choices.upTo(Answer.values().length - 1L)]);
                    answers.put(script.size(), answered);
                    script.add(answered.happening(asking.retriesMax()));
                }
            }
            int size = script.size();
            RequestsModel model = new RequestsModel(asking);
            for (int place = 0; place < size; place++) {
                play(model, new Dialogue(new Story(script, Variant.PLAIN), answers, size), place);
            }
            for (int left = SPARE_ROUNDS; left > 0; left -= model.isEmpty() ? 1 : 0) {
                script.add(new Happening.Outside(
                        "answer all", () -> Asking.Outside.here().answerAll()));
                script.add(new Happening.Tick(1 + Asking.RETRY_MILLIS));
                model.answerAll();
                model.play(new Happening.Tick(1 + Asking.RETRY_MILLIS));
            }
            Story story = new Story(script, Variant.PLAIN);
            Dialogue plain = new Dialogue(story, answers, size);
            return new Dialogue(
                    new Story(script, variant(choices, asking, cuts(choices, asking, plain))), answers, size);
        };
    }

    /** A source in the same task keeps watermarks back, too, while there is no room, so that it says fewer after a restore. */
    private static Variant variant(Choices choices, Asking asking, List<Cut> cuts) {
        Variant variant = Variant.PLAIN.withCuts(cuts).withSeed(choices.upTo(1_000));
        variant = choices.upTo(3) == 3 && asking.capacity() > FEW ? variant.inOneTask() : variant;
        return switch ((int) choices.upTo(5)) {
            case 3 -> variant.inBatches();
            case 4 -> variant.inNarrowChannels();
            case 5 -> variant.inOneBatchChannels();
            default -> variant;
        };
    }

    /** Checkpoints where no record waits for room, since their barriers stand behind it. */
    private static List<Cut> cuts(Choices choices, Asking asking, Dialogue dialogue) {
        List<Cut> cuts = new ArrayList<>();
        RequestsModel model = new RequestsModel(asking);
        int next = (int) choices.upTo(9);
        for (int place = 0; place < dialogue.lastRounds; place++) {
            if (place >= next && !model.isFull()) {
                int until = Math.min(dialogue.lastRounds, place + 1 + (int) choices.upTo(5));
                boolean crash = choices.upTo(1) == 1;
                cuts.add(crash ? Cut.crash(place, until, 1) : Cut.restore(place, 1));
                model.restart();
                next = until + (int) choices.upTo(9);
            }
            play(model, dialogue, place);
        }
        return cuts;
    }

    private static void play(RequestsModel model, Dialogue dialogue, int place) {
        Answered answered = dialogue.answers.get(place);
        Happening happening = dialogue.story.script().get(place);
        model.play(happening);
        if (answered != null) {
            model.answer(answered.number, answered.answer);
        } else if (happening instanceof Happening.Outside) {
            model.answerAll();
        }
    }

    private static Told told(Asking asking, Dialogue dialogue) {
        RequestsModel model = new RequestsModel(asking);
        for (int place = 0; place < dialogue.story.script().size(); place++) {
            for (Cut cut : dialogue.story.variant().cuts()) {
                if (cut.at() == place) {
                    model.restart();
                }
            }
            play(model, dialogue, place);
        }
        return model.told();
    }

    @TestFactory
    Stream<DynamicTest> whatComesOutAndWhenOverRestores() {
        List<Asking> all = new ArrayList<>();
        for (boolean ordered : new boolean[] {true, false}) {
            all.add(new Asking(ordered, 0, 0, MANY));
            all.add(new Asking(ordered, 0, 0, 3));
            all.add(new Asking(ordered, 10, 0, MANY));
            all.add(new Asking(ordered, 0, 2, MANY));
            all.add(new Asking(ordered, 8, 2, FEW));
        }
        return all.stream()
                .map(asking -> DynamicTest.dynamicTest(
                        "" + asking,
                        () -> Stories.check(CASES)
                                .run(
                                        dialogues(asking),
                                        dialogue -> told(asking, dialogue)
                                                .requireInOrder(
                                                        dialogue.story.run(asking::write),
                                                        0,
                                                        asking.ordered(),
                                                        1
                                                                + dialogue.story
                                                                        .script()
                                                                        .indexOf(new Happening.End(0))))));
    }

    @Test
    void aSourceInTheSameTaskDoesNotGoBeyondTheCapacity() {
        Asking asking = new Asking(true, 0, 0, 2);
        List<Happening> script = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            script.add(new Happening.Given(0, new Fact("k", number, 0), number));
        }
        for (int round = 0; round < 5; round++) {
            script.add(new Happening.Outside("answer all", () -> {
                assertThat(Asking.Outside.here().size()).isLessThanOrEqualTo(2);
                Asking.Outside.here().answerAll();
            }));
        }
        script.add(new Happening.End(0));
        assertThat(new Story(script, Variant.PLAIN.inOneTask())
                        .run(asking::write)
                        .records(0))
                .hasSize(9);
    }

    /** At other parallelisms facts are dealt out anew, so that it is not known who is asked first; but all are, and once. */
    @Test
    void eachFactHasTheResultsOfOneAnswerOverRescaling() {
        for (boolean ordered : new boolean[] {true, false}) {
            Asking asking = new Asking(ordered, 0, 0, MANY);
            Stories.check(2 * CASES).run(dialogues(asking), Stories.of(1), (dialogue, widths) -> {
                Story story = new Story(dialogue.story.script(), within(widths.variant(), dialogue.lastRounds));
                Outcome outcome = story.run(asking::write);
                Map<String, List<String>> results = new HashMap<>();
                outcome.records(0)
                        .forEach(record -> results.computeIfAbsent(
                                        record.substring(0, record.indexOf(' ')), none -> new ArrayList<>())
                                .add(record.substring(0, record.indexOf('@'))));
                for (Happening happening : story.script()) {
                    if (happening instanceof Happening.Given given) {
                        Fact fact = (Fact) given.value();
                        assertThat(results.getOrDefault("" + fact, List.of())).isIn(possible(fact, dialogue.answers));
                    }
                }
            });
        }
    }

    private static Variant within(Variant variant, int size) {
        return variant.withCuts(
                variant.cuts().stream().filter(cut -> cut.until() < size).toList());
    }

    private static List<List<String>> possible(Fact fact, Map<Integer, Answered> answers) {
        List<List<String>> possible = new ArrayList<>();
        possible.add(Asking.results(fact, Answer.ONE));
        answers.values().stream()
                .filter(answered -> answered.number == fact.number())
                .forEach(answered -> possible.add(Asking.results(fact, answered.answer)));
        return possible;
    }
}
