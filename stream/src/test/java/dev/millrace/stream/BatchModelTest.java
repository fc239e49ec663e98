package dev.millrace.stream;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.option.RuntimeExecutionMode;
import dev.millrace.core.tuple.Tuple3;
import dev.millrace.stream.BatchProgram.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs in batch at parallelism 1 and 3, and as streams in which nothing is late, against plain loops. */
class BatchModelTest {

    private static final int KEYS = 7;
    private static final Gen<List<Event>> EVENTS = Gen.combine(
                    Gen.integers(0, KEYS - 1),
                    Gen.combine(Gen.integers(0, 60), Gen.integers(0, 9), List::of),
                    (key, rest) -> new Event(key, rest.get(0), rest.get(1)))
            .list(0, 60);

    @Test
    void batchGivesTheFinalResultsOfAStream() {
        Check.cases(30)
                .withShrinkAttemptsMax(60)
                .run(Gen.elements(BatchProgram.values()), EVENTS, EVENTS, (program, left, right) -> {
                    List<String> expected = program.model(left, right, KEYS);
                    Runs.assertSameRecords(run(program, RuntimeExecutionMode.BATCH, 1, left, right), expected);
                    Runs.assertSameRecords(run(program, RuntimeExecutionMode.BATCH, 3, left, right), expected);
                    List<String> streamed = run(program, RuntimeExecutionMode.STREAMING, 2, left, right);
                    Runs.assertSameRecords(program.isRolling() ? lastOfKeys(streamed) : streamed, expected);
                });
    }

    private static List<String> run(
            BatchProgram program, RuntimeExecutionMode mode, int parallelism, List<Event> left, List<Event> right)
            throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(parallelism).setRuntimeMode(mode);
        return Runs.results(program.write(stream(environment, left), stream(environment, right)));
    }

    private static DataStream<Tuple3<Long, Long, String>> stream(
            StreamExecutionEnvironment environment, List<Event> events) {
        return environment
                .fromData(events.stream().map(Event::row).toList())
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Tuple3<Long, Long, String>>forBoundedOutOfOrderness(Duration.ofMillis(100))
                                .withTimestampAssigner((event, before) -> event.f1))
                .setParallelism(1);
    }

    /** Results begin with "(key,". */
    private static List<String> lastOfKeys(List<String> results) {
        Map<String, String> last = new LinkedHashMap<>();
        results.forEach(result -> last.put(result.substring(0, result.indexOf(',')), result));
        return new ArrayList<>(last.values());
    }
}
