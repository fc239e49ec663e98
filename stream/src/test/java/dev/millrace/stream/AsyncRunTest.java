package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.stream.async.AsyncRetryStrategies;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.async.RetryPredicates;
import dev.millrace.stream.async.RichAsyncFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncRunTest {

    /** Answers after a while, from threads of its own. */
    private static final class Asks extends RichAsyncFunction<Long, Long> {

        private transient ScheduledExecutorService clients;
        private transient Random random;

        @Override
        public void open(OpenContext openContext) {
            clients = Executors.newScheduledThreadPool(2);
            random = new Random(getRuntimeContext().getIndexOfThisSubtask());
        }

        @Override
        public void asyncInvoke(Long input, ResultFuture<Long> resultFuture) {
            clients.schedule(
                    () -> resultFuture.complete(List.of(input, -input)), random.nextInt(4), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            clients.shutdownNow();
        }
    }

    private static List<Long> expected(long count) {
        return LongStream.range(0, count)
                .boxed()
                .flatMap(number -> List.of(number, -number).stream())
                .toList();
    }

    private static DataStream<Long> numbers(StreamExecutionEnvironment environment, long count) {
        return environment.fromData(LongStream.range(0, count).boxed().toList());
    }

    @Test
    void orderedResultsComeInTheOrderOfTheRecords() throws Exception {
        DataStream<Long> numbers = numbers(Runs.environment(1), 2_000);
        assertThat(Runs.results(AsyncDataStream.orderedWait(numbers, new Asks(), 1, TimeUnit.MINUTES, 50)))
                .isEqualTo(expected(2_000));
    }

    @Test
    void unorderedResultsAreComplete() throws Exception {
        DataStream<Long> numbers = numbers(Runs.environment(3), 3_000).rebalance();
        assertThat(Runs.results(AsyncDataStream.unorderedWait(numbers, new Asks(), 1, TimeUnit.MINUTES, 50)))
                .containsExactlyInAnyOrderElementsOf(expected(3_000));
    }

    /** Fails once, after two checkpoints. */
    private static final class FailsOnce extends RichMapFunction<Long, Long> implements CheckpointListener {

        private static final AtomicBoolean FAILED = new AtomicBoolean();
        private static final AtomicLong CHECKPOINTS = new AtomicLong();

        @Override
        public Long map(Long value) {
            if (CHECKPOINTS.get() >= 2 && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("on purpose");
            }
            return value;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            CHECKPOINTS.incrementAndGet();
        }
    }

    @BeforeEach
    void nothingHasFailed() {
        FailsOnce.FAILED.set(false);
        FailsOnce.CHECKPOINTS.set(0);
    }

    @Test
    void requestsInFlightAreMadeAgainAfterAFailureSoThatEachRecordCountsOnce() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.enableCheckpointing(20);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(2, 0));
        DataStream<Long> numbers = environment.fromSource(
                new DataGeneratorSource<>(number -> number, 10_000, RateLimiterStrategy.perSecond(10_000)),
                WatermarkStrategy.noWatermarks(),
                "numbers");
        List<Long> results = Runs.results(AsyncDataStream.unorderedWait(numbers, new Asks(), 1, TimeUnit.MINUTES, 100)
                .map(new FailsOnce()));
        assertThat(FailsOnce.FAILED).isTrue();
        assertThat(results).hasSize(20_000).containsExactlyInAnyOrderElementsOf(expected(10_000));
    }

    /** Fails each request twice. */
    private static final class Flaky extends RichAsyncFunction<Long, Long> {

        private transient ExecutorService client;
        private transient Map<Long, Integer> tries;

        @Override
        public void open(OpenContext openContext) {
            client = Executors.newSingleThreadExecutor();
            tries = new HashMap<>();
        }

        @Override
        public void asyncInvoke(Long input, ResultFuture<Long> resultFuture) {
            client.execute(() -> {
                if (tries.merge(input, 1, Integer::sum) < 3) {
                    resultFuture.completeExceptionally(new IllegalStateException("not yet"));
                } else {
                    resultFuture.complete(List.of(input));
                }
            });
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    @Test
    void aRequestThatFailsIsSentAgain() throws Exception {
        DataStream<Long> numbers = numbers(Runs.environment(1), 200);
        List<Long> results = Runs.results(AsyncDataStream.orderedWaitWithRetry(
                numbers,
                new Flaky(),
                1,
                TimeUnit.MINUTES,
                new AsyncRetryStrategies.FixedDelayRetryStrategyBuilder<Long>(2, 1)
                        .ifException(RetryPredicates.HAS_EXCEPTION_PREDICATE)
                        .build()));
        assertThat(results)
                .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void aRequestThatFailsForGoodNamesOperatorAndRecord() {
        StreamExecutionEnvironment environment = Runs.environment(1);
        AsyncDataStream.orderedWait(numbers(environment, 1), new Flaky(), 1, TimeUnit.MINUTES)
                .name("ask")
                .sinkTo(new DiscardingSink<>());
        assertThatThrownBy(environment::execute)
                .hasMessageContaining("'ask'")
                .hasMessageContaining("for 0 failed")
                .hasMessageContaining("not yet");
    }
}
