package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiter;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.job.JobClient;
import dev.millrace.stream.function.DiscardingSink;
import dev.millrace.stream.function.SinkFunction;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that is fast beside one that the test holds at will. */
class AlignmentRunTest {

    private static final long DRIFT_MILLIS = 1_000;
    private static final long FAR = 100_000;
    private static final AtomicLong FAST = new AtomicLong();
    /** Has a record of the fast source soon after one came. */
    private static final BlockingQueue<Long> ARRIVED = new ArrayBlockingQueue<>(1);

    private static volatile long slowMax;
    private static volatile CompletableFuture<Void> more = new CompletableFuture<>();

    @BeforeEach
    void theSlowSourceEmitsOneRecord() {
        FAST.set(-1);
        more = new CompletableFuture<>();
        slowMax = 0;
    }

    /** Lets one record pass, and the next when the test says. */
    private static final class ByHand implements RateLimiter {

        private long emitted;

        @Override
        public CompletionStage<Void> acquire() {
            return emitted++ <= slowMax ? CompletableFuture.completedFuture(null) : more;
        }
    }

    private static final class EachRecord implements WatermarkGenerator<Long> {

        @Override
        public void onEvent(Long event, long eventTimestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(eventTimestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    private static WatermarkStrategy<Long> watermarks() {
        return WatermarkStrategy.<Long>forGenerator(context -> new EachRecord())
                .withTimestampAssigner((number, before) -> number)
                .withWatermarkAlignment("both", Duration.ofMillis(DRIFT_MILLIS), Duration.ofMillis(5));
    }

    private static final class NotesTheLast implements SinkFunction<Long> {

        @Override
        public void invoke(Long value, Context context) {
            FAST.set(value);
            ARRIVED.offer(value);
        }
    }

    private static JobClient start(long slowRecords, WatermarkStrategy<Long> ofSlow) throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(400_000)),
                        watermarks(),
                        "fast")
                .addSink(new NotesTheLast());
        environment
                .fromSource(
                        new DataGeneratorSource<>(number -> number, slowRecords, parallelism -> new ByHand()),
                        ofSlow,
                        "slow")
                .addSink(new DiscardingSink<>());
        return environment.executeAsync("alignment");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("waited too long; the fast source is at %s", FAST)
                    .isLessThan(deadline);
            ARRIVED.poll(5, TimeUnit.MILLISECONDS);
        }
    }

    /** The fast source has emitted something, and then nothing for a while. */
    private static boolean stands() throws InterruptedException {
        ARRIVED.clear();
        return FAST.get() > 0 && ARRIVED.poll(200, TimeUnit.MILLISECONDS) == null;
    }

    @Test
    void aFastSourceWaitsForTheSlowOneUntilThatHasEnded() throws Exception {
        JobClient job = start(5, watermarks());
        await(AlignmentRunTest::stands);
        long held = FAST.get();
        slowMax = Long.MAX_VALUE;
        more.complete(null);
        await(() -> FAST.get() > held + FAR);
        job.cancel().get();
    }

    @Test
    void aFastSourceDoesNotWaitForAnIdleOne() throws Exception {
        JobClient job = start(5, watermarks().withIdleness(Duration.ofMillis(50)));
        await(() -> FAST.get() > FAR);
        job.cancel().get();
    }

    @Test
    void onlySourcesCanBeAligned() {
        DataStream<Long> numbers = Runs.environment(1).fromSequence(1, 2);
        assertThatThrownBy(() -> numbers.assignTimestampsAndWatermarks(watermarks()))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("give the strategy to fromSource(...)");
    }
}
