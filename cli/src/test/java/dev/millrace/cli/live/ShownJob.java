package dev.millrace.cli.live;

import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.EdgeFacts;
import dev.millrace.core.fact.JobFacts.NamedOperator;
import dev.millrace.core.fact.JobFacts.ReadingFacts;
import dev.millrace.core.fact.JobFacts.StuckTask;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.fact.TaskFacts.Activity;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.fact.TaskFacts.TimeFacts;
import java.util.ArrayList;
import java.util.List;

/** A job of two vertices, of two tasks each, written by hand: a count of words by minute at some moments of its life. */
final class ShownJob {

    static final CheckpointFacts NO_CHECKPOINT_YET = new CheckpointFacts(1_000, 0, 0, 0, 0, 0, null);

    private static final long NOW = 1_700_000_000_000L;
    private static final String WINDOW = "Window(TumblingEventTimeWindows(60000), EventTimeTrigger)";

    private final List<TaskFacts> tasks = new ArrayList<>();
    private final List<StuckTask> stuck = new ArrayList<>();
    private final List<ReadingFacts> readings = new ArrayList<>();
    private CheckpointFacts checkpoints = CheckpointFacts.OFF;
    private String status = "RUNNING";
    private long restarts;

    ShownJob with(CheckpointFacts taken) {
        checkpoints = taken;
        return this;
    }

    ShownJob restarted(long times) {
        restarts = times;
        return this;
    }

    ShownJob status(String name) {
        status = name;
        return this;
    }

    /** Two readers that have read so many lines each, at a rate, and a share of what there is. */
    ShownJob reading(long lines, double perSecond, double busy, double blocked, double share) {
        for (int instance = 0; instance < 2; instance++) {
            tasks.add(task(
                    0,
                    instance,
                    new TimeFacts(0, 0, 0, 1_000 * busy, 1_000 * blocked, 0),
                    Long.MIN_VALUE,
                    operator("Text Source", 0, lines, 0).withRates(0, perSecond),
                    operator("Tokenizer", lines, 7 * lines, 0).withRates(perSecond, 7 * perSecond)));
        }
        if (share >= 0) {
            readings.add(new ReadingFacts(0, 1e9 * (1 - share), 1e9));
        }
        return this;
    }

    /** Two windows that lag behind. */
    ShownJob counting(long words, double perSecond, double busy, long lagMillis, long late) {
        for (int instance = 0; instance < 2; instance++) {
            tasks.add(task(
                    1,
                    instance,
                    new TimeFacts(0, 0, 0, 1_000 * busy, 0, 0),
                    lagMillis < 0 ? Long.MIN_VALUE : NOW - lagMillis,
                    operator(WINDOW, words, words / 100, late).withRates(perSecond, perSecond / 100),
                    operator("Print to Std. Out", words / 100, 0, 0).withRates(perSecond / 100, 0)));
        }
        return this;
    }

    /** The second window is in a long call and does not answer. */
    ShownJob withOneStuck() {
        tasks.remove(tasks.size() - 1);
        stuck.add(new StuckTask(1, 1, 5_000, List.of("com.example.Slow.call(Slow.java:7)")));
        return this;
    }

    JobFacts after(long millis) {
        return new JobFacts(
                "3f2a9c01d5e6f708192a3b4c5d6e7f80",
                "words-per-minute",
                status,
                false,
                NOW,
                millis,
                restarts,
                List.of(
                        new VertexFacts(
                                "Text Source -> Tokenizer",
                                2,
                                true,
                                !readings.isEmpty(),
                                List.of(
                                        new NamedOperator("Text Source", false),
                                        new NamedOperator("Tokenizer", false))),
                        new VertexFacts(
                                WINDOW + " -> Print to Std. Out",
                                2,
                                false,
                                false,
                                List.of(
                                        new NamedOperator(WINDOW, false),
                                        new NamedOperator("Print to Std. Out", true)))),
                List.of(new EdgeFacts(0, 1, false)),
                tasks,
                stuck,
                readings,
                checkpoints);
    }

    private static OperatorFacts operator(String name, long in, long out, long late) {
        OperatorFacts none = OperatorFacts.none(name);
        return new OperatorFacts(
                name,
                in,
                out,
                late,
                false,
                none.watermark(),
                false,
                0,
                none.eventTimers(),
                none.processingTimers(),
                0,
                0);
    }

    private static TaskFacts task(
            int vertex, int instance, TimeFacts time, long watermark, OperatorFacts first, OperatorFacts second) {
        return new TaskFacts(
                vertex,
                instance,
                0,
                Activity.WORKING,
                false,
                time,
                new EventTimeFacts(watermark, false, -1, -1),
                new BarrierFacts(-1, -1, 0),
                List.of(first, second),
                List.of(),
                List.of(),
                2,
                0,
                List.of());
    }
}
