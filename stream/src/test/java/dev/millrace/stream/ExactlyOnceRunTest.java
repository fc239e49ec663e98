package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.job.JobExecutionException;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.tuple.Tuple2;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExactlyOnceRunTest {

    private static final long NUMBERS = 20_000;

    /** Fails once: after some checkpoints, or towards the end where those take long. */
    private static final class FailsOnce extends RichMapFunction<Long, Long> implements CheckpointListener {

        private static final AtomicBoolean FAILED = new AtomicBoolean();
        private static final AtomicLong CHECKPOINTS = new AtomicLong();

        @Override
        public Long map(Long value) {
            boolean due = CHECKPOINTS.get() >= 2 || value > NUMBERS * 3 / 4;
            if (due && FAILED.compareAndSet(false, true)) {
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
    void aStreamThatIsBroughtBackHoldsEachRecordOnceAlthoughATaskFailed() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.enableCheckpointing(20);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(2, 0));
        DataStream<Tuple2<Long, Long>> counts = environment
                .fromSource(
                        new DataGeneratorSource<>(number -> number, NUMBERS, RateLimiterStrategy.perSecond(20_000)),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .map(new FailsOnce())
                .map(number -> Tuple2.of(number % 10, 1L))
                .keyBy(pair -> pair.f0)
                .sum(1);
        List<Tuple2<Long, Long>> results = Runs.results(counts);
        assertThat(FailsOnce.FAILED).isTrue();
        Set<Tuple2<Long, Long>> expected = new LinkedHashSet<>();
        for (long key = 0; key < 10; key++) {
            for (long count = 1; count <= 2_000; count++) {
                expected.add(Tuple2.of(key, count));
            }
        }
        assertThat(results).hasSize(20_000);
        assertThat(new LinkedHashSet<>(results)).isEqualTo(expected);
    }

    @Test
    void withoutRestartsAFailureEndsTheJobWithItsCause() {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.setRestartStrategy(RestartStrategies.noRestart());
        FailsOnce.CHECKPOINTS.set(9);
        environment.fromSequence(1, 1_000).map(new FailsOnce()).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("fails"))
                .isInstanceOf(JobExecutionException.class)
                .hasMessageContaining("on purpose");
    }
}
