package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.stream.async.AsyncFunction;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions of programs that answer null where an object is needed: errors that name the operator and what is missing. */
class NullAnswersRunTest {

    private final StreamExecutionEnvironment environment = Runs.environment(1);

    @BeforeEach
    void noRestarts() {
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    private void assertFails(DataStream<?> stream, String... words) {
        stream.sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("null")).message().contains(words);
    }

    @Test
    void aStrategyWithoutAGeneratorInMidGraph() {
        assertFails(
                environment
                        .fromSequence(1, 3)
                        .assignTimestampsAndWatermarks(WatermarkStrategy.forGenerator(context -> null))
                        .name("marks"),
                "no watermark generator",
                "operator 'marks'");
    }

    @Test
    void aStrategyWithoutAGeneratorInASource() {
        assertFails(
                environment.fromSource(
                        new DataGeneratorSource<>(number -> number, 3),
                        WatermarkStrategy.<Long>forGenerator(context -> null),
                        "source"),
                "no watermark generator",
                "operator 'source'");
    }

    @Test
    void aStrategyWithoutATimestampAssigner() {
        assertFails(
                environment
                        .fromSequence(1, 3)
                        .assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forMonotonousTimestamps()
                                .withTimestampAssigner(context -> null))
                        .name("marks"),
                "no timestamp assigner",
                "operator 'marks'");
    }

    @Test
    void aGeneratorOfRecordsThatAnswersNull() {
        assertFails(
                environment
                        .fromSource(
                                new DataGeneratorSource<Long>(number -> null, 3),
                                WatermarkStrategy.noWatermarks(),
                                "nulls")
                        .rebalance()
                        .map(number -> number),
                "goes to other tasks is null",
                "operator 'nulls'");
    }

    /** A sink that has no writers. */
    private static final class NoWriters implements Sink<Long> {

        @Override
        public SinkWriter<Long> createWriter(WriterInitContext context) {
            return null;
        }
    }

    @Test
    void aSinkWithoutAWriter() {
        environment.fromSequence(1, 3).sinkTo(new NoWriters()).name("writes");
        assertThatThrownBy(() -> environment.execute("null"))
                .message()
                .contains("answered null as its writer", "operator 'writes'");
    }

    @Test
    void functionsThatAreNullAreRefusedWhereTheyAreGiven() {
        DataStream<Long> numbers = environment.fromSequence(1, 3);
        assertThatThrownBy(() -> numbers.map(null)).hasMessageContaining("must not be null");
        assertThatThrownBy(() -> numbers.keyBy((KeySelector<Long, Long>) null))
                .hasMessageContaining("must not be null");
        assertThatThrownBy(() -> numbers.sinkTo(null)).hasMessageContaining("must not be null");
        assertThatThrownBy(() -> environment.fromSource(null, WatermarkStrategy.noWatermarks(), "source"))
                .hasMessageContaining("must not be null");
        AsyncFunction<Long, Long> none = null;
        assertThatThrownBy(() -> AsyncDataStream.orderedWait(numbers, none, 1, TimeUnit.SECONDS))
                .hasMessageContaining("must not be null");
    }
}
