package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.CollectionSource;
import dev.millrace.connectors.basic.generator.NumberSequenceSource;
import dev.millrace.connectors.basic.hybrid.HybridSource;
import dev.millrace.connectors.basic.socket.SocketTextSource;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.option.RuntimeExecutionMode;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HybridSourceRunTest {

    private static final long HISTORY = 20_000;
    private static final long ALL = 30_000;

    private static final AtomicLong OF_HISTORY = new AtomicLong();
    private static final AtomicLong TOO_EARLY = new AtomicLong();
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    @BeforeEach
    void nothingHasBeenRead() {
        OF_HISTORY.set(0);
        TOO_EARLY.set(0);
        FAILED.set(false);
    }

    private static HybridSource<Long> historyThenMore() {
        return HybridSource.<Long, SplitEnumerator<?, ?>>builder(new NumberSequenceSource(1, HISTORY))
                .addSource(
                        context -> {
                            assertThat(context.getPreviousEnumerator()).isNotNull();
                            return new NumberSequenceSource(HISTORY + 1, ALL - 3);
                        },
                        Boundedness.BOUNDED)
                .addSource(new CollectionSource<>(List.of(ALL - 2, ALL - 1, ALL)))
                .build();
    }

    private static DataStreamSource<Long> stream(StreamExecutionEnvironment environment, Source<Long, ?, ?> source) {
        return environment.fromSource(source, WatermarkStrategy.noWatermarks(), "history and more");
    }

    private static List<Long> all() {
        return LongStream.rangeClosed(1, ALL).boxed().toList();
    }

    @Test
    void allOfASourceIsReadBeforeTheNextOneBegins() throws Exception {
        List<Long> results =
                Runs.results(stream(Runs.environment(3), historyThenMore()).map(number -> {
                    if (number <= HISTORY) {
                        OF_HISTORY.incrementAndGet();
                    } else if (OF_HISTORY.get() < HISTORY) {
                        TOO_EARLY.incrementAndGet();
                    }
                    return number;
                }));
        Runs.assertSameRecords(results, all());
        assertThat(TOO_EARLY).hasValue(0);
    }

    @Test
    void aFailureBehindTheSeamLosesAndDoublesNothing() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.enableCheckpointing(5);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(3, 0));
        List<Long> results = Runs.results(stream(environment, historyThenMore()).map(number -> {
            if (number == ALL - 1 && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("planned");
            }
            return number;
        }));
        Runs.assertSameRecords(results, all());
        assertThat(FAILED).isTrue();
    }

    @Test
    void boundedSourcesRunInBatchToo() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(3).setRuntimeMode(RuntimeExecutionMode.BATCH);
        assertThat(Runs.results(stream(environment, historyThenMore())
                        .keyBy(number -> 0)
                        .reduce(Long::sum)))
                .containsExactly(ALL * (ALL + 1) / 2);
    }

    @Test
    void onlyTheLastSourceMayHaveNoEnd() {
        SocketTextSource endless = new SocketTextSource("localhost", 1, "\n", 0);
        assertThat(HybridSource.builder(endless).build().getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
        assertThatThrownBy(() -> HybridSource.<String, SplitEnumerator<?, ?>>builder(endless)
                        .addSource(new CollectionSource<>(List.of("never"))))
                .hasMessageContaining("source 1 of a hybrid source has no end");
    }

    @Test
    void aSourceMadeOtherwiseThanWasSaidIsRefused() {
        HybridSource<Long> source = HybridSource.<Long, SplitEnumerator<?, ?>>builder(new NumberSequenceSource(1, 5))
                .addSource(context -> new NumberSequenceSource(6, 7), Boundedness.CONTINUOUS_UNBOUNDED)
                .build();
        assertThatThrownBy(() -> Runs.results(stream(Runs.environment(1), source)))
                .hasStackTraceContaining("was said to make one that is CONTINUOUS_UNBOUNDED");
    }
}
