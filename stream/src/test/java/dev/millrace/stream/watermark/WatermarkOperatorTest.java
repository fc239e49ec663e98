package dev.millrace.stream.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.stream.trial.OperatorTrial;
import dev.millrace.stream.trial.TrialSnapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatermarkOperatorTest {

    private static final WatermarkStrategy<Long> BOUNDED = WatermarkStrategy.<Long>forBoundedOutOfOrderness(
                    Duration.ofMillis(10))
            .withTimestampAssigner((value, before) -> value);

    @Test
    void recordsGetTimestampsAndWatermarksFollowAtEachInterval() throws Exception {
        OperatorTrial<Long, Long> trial = OperatorTrial.of(Watermarks.assign(BOUNDED, new ExecutionConfig()));
        trial.record(100L, 1).record(90L).record(120L);
        assertThat(trial.results())
                .containsExactly(
                        new OperatorTrial.Result<>(100L, 100),
                        new OperatorTrial.Result<>(90L, 90),
                        new OperatorTrial.Result<>(120L, 120));
        assertThat(trial.marks()).isEmpty();
        assertThat(trial.time(200).marks()).containsExactly("W109");
        assertThat(trial.record(50L).time(1_000).marks()).containsExactly("W109");
    }

    @Test
    void watermarksFromBeforeAreDroppedButForTheLastOfAll() throws Exception {
        OperatorTrial<Long, Long> trial = OperatorTrial.of(Watermarks.assign(BOUNDED, new ExecutionConfig()));
        assertThat(trial.watermark(1_000_000).marks()).isEmpty();
        assertThat(trial.watermark(Long.MAX_VALUE).marks()).containsExactly("W" + Long.MAX_VALUE);
    }

    @Test
    void theEndOfTheDataAsksTheGeneratorOnceMore() throws Exception {
        OperatorTrial<Long, Long> trial = OperatorTrial.of(Watermarks.assign(BOUNDED, new ExecutionConfig()));
        assertThat(trial.record(100L).finish().marks()).containsExactly("W89");
    }

    @Test
    void anOutputThatGoesQuietIsMarkedIdleUntilARecordComes() throws Exception {
        WatermarkStrategy<Long> idling = BOUNDED.withIdleness(Duration.ofMillis(1_000));
        OperatorTrial<Long, Long> trial = OperatorTrial.of(Watermarks.assign(idling, new ExecutionConfig()));
        trial.record(100L).time(2_000);
        assertThat(trial.marks()).containsExactly("W89", "idle");
        assertThat(trial.record(200L).time(2_200).marks()).containsExactly("W89", "idle", "active", "W189");
    }

    @Test
    void afterARestoreEventTimeGoesOnWhereItWas() throws Exception {
        OperatorFactory<Long, Long> factory = Watermarks.assign(BOUNDED, new ExecutionConfig());
        TrialSnapshot snapshot =
                OperatorTrial.of(factory).record(100L).time(200).snapshot(1);
        OperatorTrial<Long, Long> again = OperatorTrial.restored(factory, snapshot);
        assertThat(again.record(50L).time(400).marks()).containsExactly("W89");
        assertThat(again.record(150L).time(600).marks()).containsExactly("W89", "W139");
    }

    @Test
    void timestampsBelowTheLowestGiveNoWatermarkThatWrapsAround() throws Exception {
        OperatorTrial<Long, Long> trial = OperatorTrial.of(Watermarks.assign(BOUNDED, new ExecutionConfig()));
        assertThat(trial.time(10_000).marks()).isEmpty();
    }
}
