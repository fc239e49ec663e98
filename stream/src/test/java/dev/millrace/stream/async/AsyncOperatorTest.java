package dev.millrace.stream.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.trial.OperatorTrial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncOperatorTest {

    private record Asked(int value, ResultFuture<String> answer) {}

    /** Requests that wait for the test to answer them. */
    private static final List<Asked> ASKED = new ArrayList<>();

    /** Leaves its requests to the test. */
    private static final class ByHand implements AsyncFunction<Integer, String> {

        private final String onTimeout;

        ByHand(String onTimeout) {
            this.onTimeout = onTimeout;
        }

        @Override
        public void asyncInvoke(Integer input, ResultFuture<String> resultFuture) {
            ASKED.add(new Asked(input, resultFuture));
        }

        @Override
        public void timeout(Integer input, ResultFuture<String> resultFuture) throws Exception {
            if (onTimeout == null) {
                AsyncFunction.super.timeout(input, resultFuture);
            } else {
                resultFuture.complete(List.of(onTimeout + input));
            }
        }
    }

    /** Its first attempt fails just when it is asked what to do about the time. */
    private static final class FailsLate implements AsyncFunction<Integer, String> {

        @Override
        public void asyncInvoke(Integer input, ResultFuture<String> resultFuture) {
            ASKED.add(new Asked(input, resultFuture));
        }

        @Override
        public void timeout(Integer input, ResultFuture<String> resultFuture) {
            ASKED.get(0).answer().completeExceptionally(new IllegalStateException("too late"));
            resultFuture.complete(List.of("late " + input));
        }
    }

    @BeforeEach
    void nothingIsAsked() {
        ASKED.clear();
    }

    @SuppressWarnings("unchecked") // what is never tried again fits any results
    private static AsyncRetryStrategy<String> never() {
        return (AsyncRetryStrategy<String>) AsyncRetryStrategies.NO_RETRY_STRATEGY;
    }

    private static OperatorFactory<Integer, String> factory(boolean ordered) {
        return AsyncOperators.wait(new AsyncSpec<>(new ByHand(null), ordered, 0, 10, never()));
    }

    /** What happens: a record, a watermark, an answer to one of those asked, a crash. */
    private enum Kind {
        RECORD,
        ANSWER,
        WATERMARK,
        CRASH
    }

    private record Event(Kind kind, int which) {}

    private static final Gen<Event> EVENTS = choices -> {
        int kind = (int) choices.upTo(11);
        Kind chosen = kind < 5 ? Kind.RECORD : kind < 9 ? Kind.ANSWER : kind < 11 ? Kind.WATERMARK : Kind.CRASH;
        return new Event(chosen, (int) choices.upTo(99));
    };

    /** One run: what went in and what came out, in order, over all crashes. */
    private static final class Story {

        private final OperatorFactory<Integer, String> factory;
        private final List<String> in = new ArrayList<>();
        private final List<String> out = new ArrayList<>();
        private OperatorTrial<Integer, String> trial;
        private int next;

        Story(boolean ordered) throws Exception {
            ASKED.clear();
            factory = factory(ordered);
            trial = OperatorTrial.of(factory);
        }

        void happen(Event event) throws Exception {
            switch (event.kind()) {
                case RECORD -> {
                    if (trial.ready()) {
                        trial.record(next, next);
                        in.add("" + next++);
                    }
                }
                case ANSWER -> answer(event.which());
                case WATERMARK -> {
                    trial.watermark(next);
                    in.add("W" + next);
                }
                case CRASH -> {
                    out.addAll(trial.log());
                    var snapshot = trial.snapshot(1);
                    ASKED.clear();
                    trial = OperatorTrial.restored(factory, snapshot);
                    trial.time(0);
                }
            }
        }

        private void answer(int which) throws Exception {
            if (!ASKED.isEmpty()) {
                Asked asked = ASKED.remove(which % ASKED.size());
                asked.answer().complete(List.of("" + asked.value()));
                trial.time(0);
            }
        }

        void end() throws Exception {
            while (!ASKED.isEmpty()) {
                answer(ASKED.size() / 2);
            }
            trial.finish();
            out.addAll(trial.log());
        }

        List<String> results() {
            return out.stream().filter(item -> !item.startsWith("W")).toList();
        }
    }

    @Test
    void inOrderRecordsAndWatermarksComeOutAsTheyWentIn() {
        Check.cases(400).run(EVENTS.list(0, 80), events -> {
            Story story = new Story(true);
            boolean crashed = false;
            for (Event event : events) {
                crashed |= event.kind() == Kind.CRASH;
                story.happen(event);
            }
            story.end();
            if (!crashed) {
                assertThat(story.out).isEqualTo(story.in);
            }
            assertThat(story.results())
                    .isEqualTo(story.in.stream()
                            .filter(item -> !item.startsWith("W"))
                            .toList());
            assertNothingIsLate(story.out);
        });
    }

    @Test
    void asAnsweredEachRecordComesOutOnceAndNeverBehindALaterWatermark() {
        Check.cases(400).run(EVENTS.list(0, 80), events -> {
            Story story = new Story(false);
            for (Event event : events) {
                story.happen(event);
            }
            story.end();
            assertThat(story.results())
                    .containsExactlyInAnyOrderElementsOf(story.in.stream()
                            .filter(item -> !item.startsWith("W"))
                            .toList());
            assertNothingIsLate(story.out);
        });
    }

    /** Watermark n came when records up to n - 1 had come, so none of them may follow it. */
    private static void assertNothingIsLate(List<String> out) {
        int watermark = -1;
        for (String item : out) {
            if (item.startsWith("W")) {
                watermark = Math.max(watermark, Integer.parseInt(item.substring(1)));
            } else {
                assertThat(Integer.parseInt(item)).as("%s", out).isGreaterThanOrEqualTo(watermark);
            }
        }
    }

    @Test
    void withoutAnOrderTheFirstAnswerGoesOnFirst() throws Exception {
        OperatorTrial<Integer, String> trial = OperatorTrial.of(factory(false));
        trial.record(1).record(2).watermark(5).record(3);
        ASKED.get(2).answer().complete(List.of("c"));
        ASKED.get(1).answer().complete(List.of("b", "bb"));
        trial.time(1);
        assertThat(trial.log()).containsExactly("b", "bb");
        ASKED.get(0).answer().complete(List.of());
        trial.time(2);
        assertThat(trial.log()).containsExactly("b", "bb", "W5", "c");
    }

    @Test
    void idlenessWaitsForTheRecordsBeforeIt() throws Exception {
        OperatorTrial<Integer, String> trial = OperatorTrial.of(factory(false));
        trial.record(1).idle(true);
        assertThat(trial.log()).isEmpty();
        ASKED.get(0).answer().complete(List.of("a"));
        trial.time(1);
        assertThat(trial.log()).containsExactly("a", "idle");
    }

    @Test
    void takesNoMoreRecordsThanItHasCapacityFor() throws Exception {
        OperatorTrial<Integer, String> trial =
                OperatorTrial.of(AsyncOperators.wait(new AsyncSpec<>(new ByHand(null), true, 0, 2, never())));
        trial.record(1).record(2);
        assertThat(trial.ready()).isFalse();
        ASKED.get(1).answer().complete(List.of("b"));
        trial.time(1);
        assertThat(trial.ready()).as("the second waits for the first").isFalse();
        ASKED.get(0).answer().complete(List.of("a"));
        trial.time(2);
        assertThat(trial.ready()).isTrue();
        assertThat(trial.values()).containsExactly("a", "b");
    }

    @Test
    void aRequestThatIsNotAnsweredInTimeFailsUnlessTheFunctionKnowsBetter() throws Exception {
        OperatorTrial<Integer, String> failing =
                OperatorTrial.of(AsyncOperators.wait(new AsyncSpec<>(new ByHand(null), true, 50, 9, never())));
        failing.record(7).time(49);
        assertThatThrownBy(() -> failing.time(50).time(51))
                .hasMessageContaining("'trial'")
                .hasMessageContaining("7")
                .hasCauseInstanceOf(TimeoutException.class);
        OperatorTrial<Integer, String> knowing =
                OperatorTrial.of(AsyncOperators.wait(new AsyncSpec<>(new ByHand("late "), true, 50, 9, never())));
        knowing.record(1).time(20).record(2).time(60).time(61);
        assertThat(knowing.values()).containsExactly("late 1");
        ASKED.get(2).answer().complete(List.of("in time"));
        knowing.time(100).record(3).time(200).time(201);
        assertThat(knowing.values()).containsExactly("late 1", "in time", "late 3");
    }

    @Test
    void anAnswerCountsOnce() throws Exception {
        OperatorTrial<Integer, String> trial =
                OperatorTrial.of(AsyncOperators.wait(new AsyncSpec<>(new ByHand("late "), false, 50, 9, never())));
        trial.record(1);
        ASKED.get(0).answer().complete(List.of("a"));
        ASKED.get(0).answer().completeExceptionally(new IllegalStateException("too late"));
        trial.time(1).time(100).time(101);
        assertThat(trial.values()).containsExactly("a");
    }

    @Test
    void anAttemptThatFailsWhenItsTimeIsOverChangesNothing() throws Exception {
        OperatorTrial<Integer, String> trial =
                OperatorTrial.of(AsyncOperators.wait(new AsyncSpec<>(new FailsLate(), true, 50, 9, never())));
        trial.record(1).time(50).time(51);
        assertThat(trial.values()).containsExactly("late 1");
    }

    /** Answers that are asked for again. */
    private record Short() implements Predicate<Collection<String>>, Serializable {

        @Override
        public boolean test(Collection<String> results) {
            return results.iterator().next().length() < 2;
        }
    }

    @Test
    void requestsAreSentAgainAsTheStrategySays() throws Exception {
        AsyncRetryStrategy<String> retries = new AsyncRetryStrategies.ExponentialBackoffDelayRetryStrategyBuilder<
                        String>(3, 10, 25, 2)
                .ifResult(new Short())
                .ifException(RetryPredicates.HAS_EXCEPTION_PREDICATE)
                .build();
        OperatorTrial<Integer, String> trial =
                OperatorTrial.of(AsyncOperators.wait(new AsyncSpec<>(new ByHand(null), true, 0, 9, retries)));
        trial.record(1);
        ASKED.get(0).answer().complete(List.of("x"));
        trial.time(9);
        assertThat(ASKED).hasSize(1);
        trial.time(10);
        assertThat(ASKED).hasSize(2);
        ASKED.get(1).answer().completeExceptionally(new IllegalStateException("not now"));
        trial.time(11).time(29);
        assertThat(ASKED).hasSize(2);
        trial.time(30);
        assertThat(ASKED).hasSize(3);
        ASKED.get(2).answer().complete(List.of("long enough"));
        trial.time(31);
        assertThat(trial.values()).containsExactly("long enough");
    }

    @Test
    void whenTheAttemptsAreUsedUpTheLastAnswerCounts() throws Exception {
        AsyncRetryStrategy<String> retries = new AsyncRetryStrategies.FixedDelayRetryStrategyBuilder<String>(1, 5)
                .ifResult(new Short())
                .build();
        OperatorTrial<Integer, String> trial =
                OperatorTrial.of(AsyncOperators.wait(new AsyncSpec<>(new ByHand(null), true, 0, 9, retries)));
        trial.record(1);
        ASKED.get(0).answer().complete(List.of("x"));
        trial.time(5);
        ASKED.get(1).answer().complete(List.of("y"));
        trial.time(6);
        assertThat(trial.values()).containsExactly("y");
    }

    @Test
    void nullResultsAreAnErrorThatNamesTheRecord() throws Exception {
        OperatorTrial<Integer, String> trial = OperatorTrial.of(factory(true));
        trial.record(42);
        ASKED.get(0).answer().complete((Collection<String>) null);
        assertThatThrownBy(() -> trial.time(1)).hasMessageContaining("42").hasMessageContaining("empty list");
    }
}
