package dev.millrace.verification.model;

import dev.millrace.core.state.StateTtlConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** State that expires, over all that may befall a run. */
class ExpiringModelTest {
    private static final int CASES = 10;
    private static final long LIFE = 10;

    private static final List<UnaryOperator<StateTtlConfig.Builder>> CLEANUPS = List.of(
            builder -> builder,
            StateTtlConfig.Builder::disableCleanupInBackground,
            builder -> builder.cleanupIncrementally(1, false),
            builder -> builder.cleanupIncrementally(100, true).cleanupFullSnapshot());

    private static StateTtlConfig.Builder life(boolean renewed) {
        StateTtlConfig.Builder life = StateTtlConfig.newBuilder(Duration.ofMillis(LIFE));
        return renewed ? life.updateTtlOnReadAndWrite() : life.updateTtlOnCreateAndWrite();
    }

    private static void check(ExpiringModel model, Story story, StateTtlConfig life) {
        model.play(story.script())
                .require(
                        story.run(board -> board.result(
                                board.<Fact>input(0).keyBy(Fact::key).process(new Expiring(model.kind(), life)))),
                        0);
    }

    private interface Property {
        void of(Expiring.Kind kind, boolean renewed);
    }

    private static Stream<DynamicTest> tests(Property property) {
        return Stream.of(Expiring.Kind.values())
                .flatMap(kind -> Stream.of(false, true)
                        .map(renewed -> DynamicTest.dynamicTest(
                                kind + (renewed ? ", renewed by reading" : ""), () -> property.of(kind, renewed))));
    }

    @TestFactory
    Stream<DynamicTest> whatHasExpiredIsNotSeenHoweverItIsCleaned() {
        return tests((kind, renewed) -> Stories.check(CASES)
                .run(
                        Stories.of(1),
                        choices -> (int) choices.upTo(3),
                        (story, cleanup) -> check(
                                new ExpiringModel(kind, LIFE, renewed, false),
                                story,
                                CLEANUPS.get(cleanup).apply(life(renewed)).build())));
    }

    @TestFactory
    Stream<DynamicTest> whatHasExpiredIsSeenOnceMoreWhereThatIsAllowedAndNothingCleans() {
        return tests((kind, renewed) -> Stories.check(CASES)
                .run(
                        Stories.of(1),
                        story -> check(
                                new ExpiringModel(kind, LIFE, renewed, true),
                                story,
                                life(renewed)
                                        .returnExpiredIfNotCleanedUp()
                                        .disableCleanupInBackground()
                                        .build())));
    }
}
