package dev.millrace.cluster.why;

import dev.millrace.cluster.why.EventTimeHolder.AllIdle;
import dev.millrace.cluster.why.EventTimeHolder.Generator;
import dev.millrace.cluster.why.EventTimeHolder.Holder;
import dev.millrace.cluster.why.EventTimeHolder.NoSplit;
import dev.millrace.cluster.why.EventTimeHolder.OnItsWay;
import dev.millrace.cluster.why.EventTimeHolder.Split;
import dev.millrace.cluster.why.EventTimeHolder.Stuck;
import dev.millrace.cluster.why.Scene.Task;
import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.SplitFacts;
import dev.millrace.core.fact.TaskFacts;
import java.util.ArrayList;
import java.util.List;

/** Windows and timers that wait for event time, and who holds it back. */
final class EventTimeRule implements Rule {

    /** Event time that has not moved for so long stands still. */
    private static final long STILL_MILLIS = 5_000;

    /** What waits at an operator, in all its tasks, and the task that is furthest behind. */
    private record Waiting(Scene.Place place, long timers, long earliest, Task task, long watermark) {}

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Scene.Place place : scene.places()) {
            Waiting waiting = scene.job().batch() ? null : waiting(scene, place); // there event time comes at the end
            if (waiting != null) {
                Finding finding = finding(scene, waiting);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    private static Waiting waiting(Scene scene, Scene.Place place) {
        boolean holds = scene.combines(place) && scene.total(place).out() == 0;
        long timers = 0;
        long earliest = Long.MAX_VALUE;
        TaskFacts behind = null;
        for (TaskFacts task : scene.tasks(place.vertex())) {
            OperatorFacts facts = task.operators().get(place.operator());
            timers += facts.eventTimers().count();
            earliest = Math.min(earliest, facts.eventTimers().earliestMillis());
            boolean waits = facts.eventTimers().count() > 0 || holds && facts.in() > 0;
            if (waits && (behind == null || facts.watermark() < watermark(behind, place))) {
                behind = task;
            }
        }
        return behind == null
                ? null
                : new Waiting(
                        place,
                        timers,
                        earliest,
                        new Task(behind.vertex(), behind.instance()),
                        watermark(behind, place));
    }

    private static long watermark(TaskFacts task, Scene.Place place) {
        return task.operators().get(place.operator()).watermark();
    }

    private static Finding finding(Scene scene, Waiting waiting) {
        boolean silent = scene.total(waiting.place).out() == 0;
        if (waiting.earliest == Long.MAX_VALUE && waiting.timers > 0) {
            String forEnd = "'" + scene.name(waiting.place) + "' waits with " + Words.of(waiting.timers, "timer")
                    + " for the end of the input";
            return silent
                    ? finding(
                            Cause.WAITS_FOR_TIME,
                            scene,
                            waiting,
                            forEnd,
                            "end the input, or give the windows a trigger")
                    : null;
        }
        if (Words.isFromFuture(waiting.watermark, scene.now())) {
            return finding(
                    Cause.EVENT_TIME_HELD,
                    scene,
                    waiting,
                    says(scene, waiting) + ", " + Words.duration(waiting.watermark - scene.now())
                            + " ahead of the clock",
                    Words.FUTURE_REMEDY);
        }
        Holder holder = EventTimeHolder.of(scene, waiting.task, waiting.place.operator());
        if (holder instanceof Split split) {
            return ofSplit(scene, waiting, split, silent);
        } else if (holder instanceof NoSplit reader) {
            return ofReader(scene, waiting, reader.task());
        } else if (holder instanceof AllIdle reader) {
            return still(scene, waiting, "all splits of " + scene.name(reader.task()) + " are idle");
        } else if (holder instanceof Stuck task) {
            return finding(
                    Cause.EVENT_TIME_HELD,
                    scene,
                    waiting,
                    says(scene, waiting) + "; it comes through " + scene.name(task.task()) + ", which does not answer",
                    "see what " + scene.name(task.task()) + " is doing");
        } else if (holder instanceof OnItsWay on) {
            return silent
                    ? finding(
                            Cause.WAITS_FOR_TIME,
                            scene,
                            waiting,
                            says(scene, waiting) + "; more of it is on its way from " + scene.name(on.task()),
                            "wait until what lies before it has been worked on")
                    : null;
        }
        return silent ? moving(scene, waiting, holder instanceof Generator made ? made.operator() : null) : null;
    }

    private static Finding ofSplit(Scene scene, Waiting waiting, Split holder, boolean silent) {
        SplitFacts split = holder.split();
        long others = furthestOther(scene, split);
        String name = name(scene, holder);
        long since = scene.now() - split.sinceMillis();
        if (others > split.watermark()) {
            return since >= STILL_MILLIS
                    ? idleSplit(scene, waiting, holder, others)
                    : slowSplit(scene, waiting, holder, others);
        } else if (split.watermark() == Long.MIN_VALUE) {
            return noWatermarks(scene, waiting, holder.task());
        } else if (since >= STILL_MILLIS) {
            return still(scene, waiting, "no watermark has come from " + name + " for " + Words.duration(since));
        }
        return silent ? moving(scene, waiting, null) : null;
    }

    private static Finding idleSplit(Scene scene, Waiting waiting, Split holder, long others) {
        String source = scene.name(new Scene.Place(holder.task().vertex(), 0));
        return finding(
                Cause.EVENT_TIME_HELD,
                scene,
                waiting,
                says(scene, waiting) + "; " + name(scene, holder) + " has held it there for "
                        + Words.duration(scene.now() - holder.split().sinceMillis()) + ", others have come to "
                        + Words.time(others),
                "let '" + source + "' count splits as idle from which nothing comes: withIdleness(...) in its"
                        + " WatermarkStrategy; or see why nothing comes from this one");
    }

    private static Finding slowSplit(Scene scene, Waiting waiting, Split holder, long others) {
        String source = scene.name(new Scene.Place(holder.task().vertex(), 0));
        String far = holder.split().watermark() == Long.MIN_VALUE
                ? ""
                : ", which is " + Words.duration(others - holder.split().watermark()) + " further";
        return finding(
                Cause.EVENT_TIME_HELD,
                scene,
                waiting,
                says(scene, waiting) + "; " + name(scene, holder) + " goes on but is behind: others have come to "
                        + Words.time(others) + far,
                "wait until it has caught up, raise the parallelism of '" + source
                        + "', or let the others wait for it with withWatermarkAlignment(...)");
    }

    private static Finding noWatermarks(Scene scene, Waiting waiting, Task reader) {
        Scene.Place source = new Scene.Place(reader.vertex(), 0);
        return finding(
                Cause.NO_WATERMARKS,
                scene,
                waiting,
                says(scene, waiting) + "; '" + scene.name(source) + "' has read "
                        + Words.records(scene.total(source).out()) + " and made no watermark",
                "give '" + scene.name(source)
                        + "' a WatermarkStrategy, such as forBoundedOutOfOrderness(...) with a timestamp"
                        + " assigner, or use windows and timers by processing time");
    }

    private static Finding ofReader(Scene scene, Waiting waiting, Task reader) {
        return finding(
                Cause.EVENT_TIME_HELD,
                scene,
                waiting,
                says(scene, waiting) + "; " + scene.name(reader) + " has no split to read and holds it back",
                "lower the parallelism of " + scene.name(reader.vertex())
                        + " to the number of its splits, or let it count as idle: withIdleness(...) in"
                        + " its WatermarkStrategy");
    }

    private static Finding still(Scene scene, Waiting waiting, String why) {
        return finding(
                Cause.EVENT_TIME_HELD,
                scene,
                waiting,
                says(scene, waiting) + "; " + why,
                "event time goes on with records only: send one with a later timestamp, or end the input");
    }

    /** Event time goes on. By the clock it should have come already, or it will. */
    private static Finding moving(Scene scene, Waiting waiting, String generator) {
        String made = generator == null ? "" : "; '" + generator + "' makes it";
        if (waiting.watermark == Long.MIN_VALUE) {
            return finding(
                    Cause.NO_WATERMARKS,
                    scene,
                    waiting,
                    says(scene, waiting) + made,
                    "see whether its WatermarkStrategy makes watermarks and records have timestamps");
        }
        long behindClock = scene.now() - waiting.watermark;
        if (scene.now() > waiting.earliest) {
            return finding(
                    Cause.EVENT_TIME_HELD,
                    scene,
                    waiting,
                    says(scene, waiting) + ", " + Words.duration(behindClock) + " behind the clock, and goes on" + made,
                    "if the records are of now, make the bound of the WatermarkStrategy smaller and check that"
                            + " timestamps are in milliseconds; if they are old, wait");
        }
        return finding(
                Cause.WAITS_FOR_TIME,
                scene,
                waiting,
                says(scene, waiting) + " and goes on" + made + "; "
                        + Words.duration(waiting.earliest - waiting.watermark) + " are missing",
                "wait, or use shorter windows");
    }

    private static String says(Scene scene, Waiting waiting) {
        String what = waiting.timers == 0
                ? "' holds " + Words.records(scene.total(waiting.place).in()) + " until event time goes on"
                : "' waits with " + Words.of(waiting.timers, "timer") + " for event time to pass "
                        + Words.time(waiting.earliest);
        return "'" + scene.name(waiting.place) + what
                + (waiting.watermark == Long.MIN_VALUE
                        ? ", but there is none yet"
                        : "; it is at " + Words.time(waiting.watermark));
    }

    private static Finding finding(Cause cause, Scene scene, Waiting waiting, String what, String remedy) {
        return new Finding(cause, "'" + scene.name(waiting.place) + "'", what, remedy);
    }

    private static String name(Scene scene, Split holder) {
        String reader = scene.name(holder.task());
        return holder.split().split() == null
                ? reader
                : "split '" + holder.split().split() + "' of " + reader;
    }

    /** How far the split has come that is furthest ahead, without the one that holds the others back. */
    private static long furthestOther(Scene scene, SplitFacts holder) {
        return scene.job().tasks().stream()
                .flatMap(task -> task.splits().stream())
                .filter(split -> split != holder)
                .mapToLong(SplitFacts::watermark)
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
