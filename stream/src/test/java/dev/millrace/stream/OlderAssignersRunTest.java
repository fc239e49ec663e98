package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.eventtime.AscendingTimestampExtractor;
import dev.millrace.core.eventtime.AssignerWithPunctuatedWatermarks;
import dev.millrace.core.eventtime.BoundedOutOfOrdernessTimestampExtractor;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.util.List;
import org.junit.jupiter.api.Test;

class OlderAssignersRunTest {

    private static List<Long> largestOfWindows(SingleOutputStreamOperator<Long> timed) throws Exception {
        return Runs.results(timed.keyBy(value -> "all")
                .window(TumblingEventTimeWindows.of(Time.milliseconds(10)))
                .reduce(Math::max));
    }

    private static DataStream<Long> numbers() {
        return Runs.environment(1).fromData(1L, 5L, 12L, 8L, 19L, 25L, 3L);
    }

    /** Says after each record that event time has come to it. */
    private static final class EachRecord implements AssignerWithPunctuatedWatermarks<Long> {

        @Override
        public long extractTimestamp(Long element, long recordTimestamp) {
            return element;
        }

        @Override
        public Watermark checkAndGetNextWatermark(Long lastElement, long extractedTimestamp) {
            return lastElement == 5 ? null : new Watermark(extractedTimestamp);
        }
    }

    @Test
    void aWatermarkAfterARecordMakesWhatFollowsLate() throws Exception {
        assertThat(largestOfWindows(numbers().assignTimestampsAndWatermarks(new EachRecord())))
                .containsExactly(5L, 19L, 25L);
    }

    @Test
    void extractorsGiveTimestampsAndWatermarksNowAndThen() throws Exception {
        assertThat(largestOfWindows(numbers()
                        .assignTimestampsAndWatermarks(
                                new BoundedOutOfOrdernessTimestampExtractor<>(Time.milliseconds(30)) {
                                    @Override
                                    public long extractTimestamp(Long element) {
                                        return element;
                                    }
                                })))
                .containsExactly(8L, 19L, 25L);
        assertThat(largestOfWindows(Runs.environment(1)
                        .fromData(1L, 5L, 12L, 19L, 25L)
                        .assignTimestampsAndWatermarks(new AscendingTimestampExtractor<>() {
                            @Override
                            public long extractAscendingTimestamp(Long element) {
                                return element;
                            }
                        })))
                .containsExactly(5L, 19L, 25L);
    }
}
