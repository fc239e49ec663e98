package dev.millrace.stream;

import dev.millrace.core.eventtime.Time;
import dev.millrace.stream.window.CountEvictor;
import dev.millrace.stream.window.CountTrigger;
import dev.millrace.stream.window.GlobalWindow;
import dev.millrace.stream.window.GlobalWindows;
import dev.millrace.stream.window.PurgingTrigger;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.SlidingProcessingTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.stream.window.WindowSpec;

/** The windows that a stream offers by a word of its own: of a count, or of time in the environment's characteristic. */
final class ShortWindows {

    private ShortWindows() {}

    /** Windows of so many records. */
    static <T> WindowSpec<T, GlobalWindow> ofCount(long size) {
        Trigger<Object, GlobalWindow> trigger = CountTrigger.of(size);
        return WindowSpec.<T, GlobalWindow>of(GlobalWindows.create()).withTrigger(PurgingTrigger.of(trigger));
    }

    /** Windows of the last {@code size} records, one for every {@code slide} records. */
    static <T> WindowSpec<T, GlobalWindow> ofCount(long size, long slide) {
        if (size < 1) {
            throw new IllegalArgumentException("a count window needs a size of 1 or more records, not " + size);
        }
        return WindowSpec.<T, GlobalWindow>of(GlobalWindows.create())
                .withTrigger(CountTrigger.of(slide))
                .withEvictor(CountEvictor.of(size));
    }

    /** Windows of a size. */
    static WindowAssigner<Object, TimeWindow> ofTime(StreamExecutionEnvironment environment, Time size) {
        return isEventTime(environment) ? TumblingEventTimeWindows.of(size) : TumblingProcessingTimeWindows.of(size);
    }

    /** Windows of a size and slide. */
    static WindowAssigner<Object, TimeWindow> ofTime(StreamExecutionEnvironment environment, Time size, Time slide) {
        return isEventTime(environment)
                ? SlidingEventTimeWindows.of(size, slide)
                : SlidingProcessingTimeWindows.of(size, slide);
    }

    private static boolean isEventTime(StreamExecutionEnvironment environment) {
        return environment.getStreamTimeCharacteristic() != TimeCharacteristic.ProcessingTime;
    }
}
