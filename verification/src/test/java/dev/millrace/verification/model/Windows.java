package dev.millrace.verification.model;

import dev.millrace.stream.window.CalendarEventTimeWindows;
import dev.millrace.stream.window.CalendarProcessingTimeWindows;
import dev.millrace.stream.window.ContinuousEventTimeTrigger;
import dev.millrace.stream.window.ContinuousProcessingTimeTrigger;
import dev.millrace.stream.window.CountEvictor;
import dev.millrace.stream.window.CountTrigger;
import dev.millrace.stream.window.CumulativeEventTimeWindows;
import dev.millrace.stream.window.CumulativeProcessingTimeWindows;
import dev.millrace.stream.window.DeltaEvictor;
import dev.millrace.stream.window.DeltaFunction;
import dev.millrace.stream.window.DeltaTrigger;
import dev.millrace.stream.window.DynamicEventTimeSessionWindows;
import dev.millrace.stream.window.DynamicProcessingTimeSessionWindows;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.EventTimeTrigger;
import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.GlobalWindow;
import dev.millrace.stream.window.GlobalWindows;
import dev.millrace.stream.window.ProcessingTimeSessionWindows;
import dev.millrace.stream.window.PurgingTrigger;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.SlidingProcessingTimeWindows;
import dev.millrace.stream.window.TimeEvictor;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.stream.window.Window;
import dev.millrace.verification.model.Pane.Dated;
import dev.millrace.verification.model.Pane.Lapse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All sorts of windows, each beside its rules. */
final class Windows {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long SOON = 20;

    private Windows() {}

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Windows of a size that begin at all multiples of a slide behind an offset; found by looking at every beginning. */
    static WindowRules.Lapses sliding(long size, long slide, long offset) {
        return (fact, time) -> {
            List<Lapse> lapses = new ArrayList<>();
            for (long first = time - size + 1; first <= time; first++) {
                if (Math.floorMod(first - offset, slide) == 0) {
                    lapses.add(Lapse.of(first, size));
                }
            }
            return lapses;
        };
    }

    private static WindowRules.Lapses cumulative(long size, long step) {
        return (fact, time) -> {
            List<Lapse> lapses = new ArrayList<>();
            long first = time - Math.floorMod(time, size);
            for (long length = step; length <= size; length += step) {
                if (time < first + length) {
                    lapses.add(Lapse.of(first, length));
                }
            }
            return lapses;
        };
    }

    /** Days of New York. */
    private static List<Lapse> days(Fact fact, long time) {
        LocalDate day = Instant.ofEpochMilli(time).atZone(NEW_YORK).toLocalDate();
        long first = day.atStartOfDay(NEW_YORK).toInstant().toEpochMilli();
        return List.of(new Lapse(
                first, day.plusDays(1).atStartOfDay(NEW_YORK).toInstant().toEpochMilli() - 1));
    }

    private static WindowRules sessions(boolean byTheClock, long gap) {
        WindowRules.Lapses lapses = (fact, time) -> List.of(Lapse.of(time, gap));
        return (byTheClock ? WindowRules.byTheClock(lapses) : WindowRules.inEventTime(lapses)).merge();
    }

    private static long gap(Fact fact) {
        return 2 + fact.level();
    }

    private static WindowRules dynamicSessions(boolean byTheClock) {
        WindowRules.Lapses lapses = (fact, time) -> List.of(Lapse.of(time, gap(fact)));
        return (byTheClock ? WindowRules.byTheClock(lapses) : WindowRules.inEventTime(lapses)).merge();
    }

    private static Windowed<TimeWindow> tumbling(long size) {
        return Windowed.of(
                "tumbling", TumblingEventTimeWindows.of(millis(size)), WindowRules.inEventTime(sliding(size, size, 0)));
    }

    /** With the triggers of their assigners, in event time. */
    static List<Windowed<?>> inEventTime() {
        Windowed<TimeWindow> sliding = Windowed.of(
                "sliding",
                SlidingEventTimeWindows.of(millis(12), millis(4), millis(1)),
                WindowRules.inEventTime(sliding(12, 4, 1)));
        Windowed<TimeWindow> cumulative = Windowed.of(
                "cumulative",
                CumulativeEventTimeWindows.of(millis(15), millis(5)),
                WindowRules.inEventTime(cumulative(15, 5)));
        return List.of(
                tumbling(10),
                tumbling(10).late(7),
                sliding,
                sliding.late(5),
                Windowed.of(
                                "sliding with gaps",
                                SlidingEventTimeWindows.of(millis(4), millis(9)),
                                WindowRules.inEventTime(sliding(4, 9, 0)))
                        .late(3),
                cumulative,
                cumulative.late(6),
                Windowed.of(
                        "calendar days",
                        CalendarEventTimeWindows.of(Period.ofDays(1), NEW_YORK),
                        WindowRules.inEventTime(Windows::days)),
                Windowed.of(
                        "until the end of the stream",
                        GlobalWindows.createWithEndOfStreamTrigger(),
                        WindowRules.always().firing(Firing.emptying(Firing.AT_THE_END))));
    }

    /** By the clock. */
    static List<Windowed<?>> byTheClock() {
        return List.of(
                Windowed.of(
                        "tumbling by the clock",
                        TumblingProcessingTimeWindows.of(millis(8)),
                        WindowRules.byTheClock(sliding(8, 8, 0))),
                Windowed.of(
                        "sliding by the clock",
                        SlidingProcessingTimeWindows.of(millis(9), millis(3)),
                        WindowRules.byTheClock(sliding(9, 3, 0))),
                Windowed.of(
                        "cumulative by the clock",
                        CumulativeProcessingTimeWindows.of(millis(12), millis(3)),
                        WindowRules.byTheClock(cumulative(12, 3))),
                Windowed.of(
                        "calendar days by the clock",
                        CalendarProcessingTimeWindows.of(Period.ofDays(1), NEW_YORK),
                        WindowRules.byTheClock(Windows::days)));
    }

    static List<Windowed<?>> ofSessions() {
        Windowed<TimeWindow> sessions =
                Windowed.of("sessions", EventTimeSessionWindows.withGap(millis(6)), sessions(false, 6));
        Windowed<TimeWindow> dynamic = Windowed.of(
                "dynamic sessions",
                DynamicEventTimeSessionWindows.withDynamicGap(fact -> gap((Fact) fact)),
                dynamicSessions(false));
        return List.of(
                sessions,
                sessions.late(5),
                dynamic,
                dynamic.late(8),
                Windowed.of(
                        "sessions by the clock", ProcessingTimeSessionWindows.withGap(millis(5)), sessions(true, 5)),
                Windowed.of(
                        "dynamic sessions by the clock",
                        DynamicProcessingTimeSessionWindows.withDynamicGap(fact -> gap((Fact) fact)),
                        dynamicSessions(true)));
    }

    static List<Windowed<?>> withTriggers() {
        List<Windowed<?>> all = new ArrayList<>();
        Windowed<TimeWindow> tens = tumbling(10).late(4);
        all.add(triggered(tens, "count", CountTrigger.of(2), Firing.counting(2)));
        all.add(triggered(
                tens, "count, purging", PurgingTrigger.of(CountTrigger.of(2)), Firing.emptying(Firing.counting(2))));
        all.add(triggered(
                tens,
                "event time, purging",
                PurgingTrigger.of(EventTimeTrigger.create()),
                Firing.emptying(Firing.AT_THE_END)));
        all.add(triggered(
                tumbling(SOON), "continuous", ContinuousEventTimeTrigger.of(millis(6)), Firing.eachOfEventTime(6)));
        all.add(triggered(
                tumbling(SOON).late(5),
                "continuous, purging",
                PurgingTrigger.of(ContinuousEventTimeTrigger.of(millis(6))),
                Firing.emptying(Firing.eachOfEventTime(6))));
        all.add(triggered(
                tumbling(SOON),
                "continuous by the clock",
                ContinuousProcessingTimeTrigger.of(millis(7)),
                Firing.eachOfTheClock(7)));
        all.add(triggered(
                tens,
                "delta",
                DeltaTrigger.of(3, (old, now) -> ((Fact) now).level() - ((Fact) old).level()),
                Firing.rising(3)));
        all.add(triggered(tens, "its own", new Impatient<>(5, 7), Firing.impatient(5, 7)));
        all.add(triggered(
                tens,
                "its own, purging",
                PurgingTrigger.of(new Impatient<>(5, 7)),
                Firing.emptying(Firing.impatient(5, 7))));
        all.addAll(ofSessionsWithTriggers());
        all.addAll(globalWithTriggers());
        return all;
    }

    private static List<Windowed<?>> ofSessionsWithTriggers() {
        Windowed<TimeWindow> sessions = Windowed.of(
                        "sessions", EventTimeSessionWindows.withGap(millis(9)), sessions(false, 9))
                .late(4);
        return List.of(
                triggered(sessions, "count", CountTrigger.of(3), Firing.counting(3)),
                triggered(
                        sessions,
                        "count, purging",
                        PurgingTrigger.of(CountTrigger.of(3)),
                        Firing.emptying(Firing.counting(3))),
                triggered(sessions, "continuous", ContinuousEventTimeTrigger.of(millis(5)), Firing.eachOfEventTime(5)),
                triggered(
                        sessions,
                        "continuous by the clock",
                        ContinuousProcessingTimeTrigger.of(millis(6)),
                        Firing.eachOfTheClock(6)));
    }

    private static List<Windowed<?>> globalWithTriggers() {
        Windowed<GlobalWindow> global = Windowed.of("global", GlobalWindows.create(), WindowRules.always());
        return List.of(
                triggered(global, "never", GlobalWindows.create().getDefaultTrigger(), Firing.NEVER),
                triggered(
                        global,
                        "count, purging",
                        PurgingTrigger.of(CountTrigger.of(3)),
                        Firing.emptying(Firing.counting(3))),
                triggered(
                        global,
                        "delta",
                        DeltaTrigger.of(4, (old, now) -> ((Fact) now).level() - ((Fact) old).level()),
                        Firing.rising(4)),
                triggered(global, "its own", new Impatient<>(7, 3), Firing.impatient(7, 3)),
                triggered(
                        global,
                        "continuous by the clock",
                        ContinuousProcessingTimeTrigger.of(millis(7)),
                        Firing.eachOfTheClock(7)));
    }

    private static <W extends Window> Windowed<W> triggered(
            Windowed<W> windows, String name, Trigger<? super Fact, ? super W> trigger, Firing firing) {
        return Windowed.triggered(
                windows.name() + ", " + name,
                windows.assigner(),
                trigger,
                windows.rules().firing(firing));
    }

    /** Each evictor, before the function and afterwards. */
    static List<Windowed<?>> withEvictors() {
        List<Windowed<?>> all = new ArrayList<>();
        for (boolean after : new boolean[] {false, true}) {
            all.addAll(withEvictors(after, after ? " afterwards" : ""));
        }
        return all;
    }

    private static List<Windowed<?>> withEvictors(boolean after, String when) {
        Windowed<TimeWindow> counted =
                triggered(tumbling(SOON).late(9), "count", CountTrigger.of(2), Firing.counting(2));
        Windowed<TimeWindow> sliding = Windowed.of(
                        "sliding",
                        SlidingEventTimeWindows.of(millis(12), millis(6)),
                        WindowRules.inEventTime(sliding(12, 6, 0)))
                .late(9);
        Windowed<TimeWindow> sessions = Windowed.of(
                        "sessions", EventTimeSessionWindows.withGap(millis(9)), sessions(false, 9))
                .late(6);
        DeltaFunction<Object> delta = (old, now) -> Math.abs(((Fact) old).level() - ((Fact) now).level());
        return List.of(
                evicting(counted, "count evictor" + when, CountEvictor.of(3, after), after, last(3)),
                evicting(sliding, "count evictor" + when, CountEvictor.of(1, after), after, last(1)),
                evicting(sliding, "time evictor" + when, TimeEvictor.of(millis(5), after), after, newest(5)),
                evicting(sessions, "time evictor" + when, TimeEvictor.of(millis(8), after), after, newest(8)),
                evicting(counted, "delta evictor" + when, DeltaEvictor.of(4, delta, after), after, near(4)),
                evicting(counted, "its own evictor" + when, new EvenLevels<>(after), after, odd()),
                evicting(sessions, "its own evictor" + when, new EvenLevels<>(after), after, odd()));
    }

    private static <W extends Window> Windowed<W> evicting(
            Windowed<W> windows,
            String name,
            Evictor<? super Fact, ? super W> evictor,
            boolean after,
            Consumer<List<Dated>> what) {
        return windows.evicting(name, evictor, windows.rules().evicting(after, what));
    }

    private static Consumer<List<Dated>> last(int most) {
        return all -> all.subList(0, Math.max(0, all.size() - most)).clear();
    }

    private static Consumer<List<Dated>> newest(long millis) {
        return all -> {
            long newest = all.stream().mapToLong(Dated::timestamp).max().orElse(0);
            all.removeIf(each -> each.timestamp() <= newest - millis);
        };
    }

    private static Consumer<List<Dated>> near(int threshold) {
        return all -> {
            int level = all.isEmpty() ? 0 : all.get(all.size() - 1).fact().level();
            all.removeIf(each -> Math.abs(each.fact().level() - level) >= threshold);
        };
    }

    private static Consumer<List<Dated>> odd() {
        return all -> all.removeIf(each -> each.fact().level() % 2 == 0);
    }
}
