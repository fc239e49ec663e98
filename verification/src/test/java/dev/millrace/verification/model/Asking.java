package dev.millrace.verification.model;

import dev.millrace.core.function.OpenContext;
import dev.millrace.stream.AsyncDataStream;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.async.AsyncRetryStrategies;
import dev.millrace.stream.async.AsyncRetryStrategy;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.async.RetryPredicates;
import dev.millrace.stream.async.RichAsyncFunction;
import dev.millrace.testkit.contract.Board;
import dev.millrace.testkit.world.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How requests are made for facts, which wait for somebody outside to answer them.
 *
 * @param timeoutMillis 0 for none
 * @param retriesMax how often a request is sent again after an error or an empty answer
 */
record Asking(boolean ordered, long timeoutMillis, int retriesMax, int capacity) {
    static final long RETRY_MILLIS = 3;
    static final String LATE = "late";

    /** How somebody answers. */
    enum Answer {
        ONE,
        TWO,
        TWICE,
        NONE,
        ERROR
    }

    /** The results of an answer. */
    static List<String> results(Fact fact, Answer answer) {
        List<String> results = new ArrayList<>();
        int size = answer == Answer.NONE ? 0 : answer == Answer.TWO ? 2 : 1;
        for (int place = 0; place < size; place++) {
            results.add(fact + " " + answer + place);
        }
        return results;
    }

    void write(Board board) {
        DataStream<Fact> facts = board.input(0);
        Asks asks = new Asks();
        board.result(
                ordered
                        ? AsyncDataStream.orderedWaitWithRetry(
                                facts, asks, timeoutMillis, TimeUnit.MILLISECONDS, capacity, retries())
                        : AsyncDataStream.unorderedWaitWithRetry(
                                facts, asks, timeoutMillis, TimeUnit.MILLISECONDS, capacity, retries()));
    }

    @SuppressWarnings("unchecked") // what is never sent again fits any results
    private AsyncRetryStrategy<String> retries() {
        return retriesMax == 0
                ? (AsyncRetryStrategy<String>) AsyncRetryStrategies.NO_RETRY_STRATEGY
                : new AsyncRetryStrategies.FixedDelayRetryStrategyBuilder<String>(retriesMax, RETRY_MILLIS)
                        .ifException(RetryPredicates.HAS_EXCEPTION_PREDICATE)
                        .ifResult((Predicate<Collection<String>>) RetryPredicates.EMPTY_RESULT_PREDICATE)
                        .build();
    }

    /** What somebody outside sees: requests that wait. */
    static final class Outside {
        private final TreeMap<Integer, Waiting> waiting = new TreeMap<>();

        private record Waiting(int instance, Fact fact, int attempt, ResultFuture<String> future) {}

        static Outside here() {
            return World.current().shared(Outside.class, Outside::new);
        }

        /** An instance begins anew: nobody waits any more for what its former life had asked. */
        private void forget(int instance, int instances) {
            waiting.values().removeIf(each -> each.instance == instance || each.instance >= instances);
        }

        /** Answers one request, if it waits. An error comes only while the request may be sent again. */
        void answer(int number, Answer answer, int retriesMax) {
            Waiting one = waiting.remove(number);
            if (one == null) {
                return;
            }
            if (answer == Answer.ERROR && one.attempt <= retriesMax) {
                one.future.completeExceptionally(new IOException("no answer about " + one.fact));
                return;
            }
            one.future.complete(results(one.fact, answer));
            if (answer == Answer.TWICE) {
                one.future.complete(List.of("a second answer about " + one.fact));
            }
        }

        int size() {
            return waiting.size();
        }

        void answerAll() {
            for (int number : List.copyOf(waiting.keySet())) {
                answer(number, Answer.ONE, 0);
            }
        }
    }

    private static final class Asks extends RichAsyncFunction<Fact, String> {
        private static final long serialVersionUID = 1;
        private transient Map<Integer, Integer> attempts;

        private int instance() {
            return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        }

        @Override
        public void open(OpenContext context) {
            attempts = new HashMap<>();
            Outside.here().forget(instance(), getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks());
        }

        @Override
        public void asyncInvoke(Fact fact, ResultFuture<String> future) {
            int attempt = attempts.merge(fact.number(), 1, Integer::sum);
            Outside.here().waiting.put(fact.number(), new Outside.Waiting(instance(), fact, attempt, future));
        }

        @Override
        public void timeout(Fact fact, ResultFuture<String> future) {
            future.complete(List.of(fact + " " + LATE));
        }
    }
}
