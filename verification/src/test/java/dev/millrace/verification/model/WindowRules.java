package dev.millrace.verification.model;

import dev.millrace.verification.model.Pane.Dated;
import dev.millrace.verification.model.Pane.Lapse;
import java.util.List;
import java.util.function.Consumer;

/**
 * How windows lie and what becomes of them.
 *
 * @param lapses the windows of a fact that comes at a time
 * @param byTheClock whether that is the time of the clock, or the fact's own
 * @param merging whether windows that touch become one
 * @param lateness how long a window stays behind its end, milliseconds
 * @param firing when it fires
 * @param before takes away what the function shall not see
 * @param after takes away what the function has seen
 */
record WindowRules(
        Lapses lapses,
        boolean byTheClock,
        boolean merging,
        long lateness,
        Firing firing,
        Consumer<List<Dated>> before,
        Consumer<List<Dated>> after) {

    /** The windows of a fact. */
    interface Lapses {
        List<Lapse> of(Fact fact, long time);
    }

    private static final Consumer<List<Dated>> NOTHING = all -> {};

    /** Windows in event time that fire at their end. */
    static WindowRules inEventTime(Lapses lapses) {
        return new WindowRules(lapses, false, false, 0, Firing.AT_THE_END, NOTHING, NOTHING);
    }

    /** Windows of the clock that fire at their end. */
    static WindowRules byTheClock(Lapses lapses) {
        return new WindowRules(lapses, true, false, 0, Firing.BY_THE_CLOCK, NOTHING, NOTHING);
    }

    /** One window without an end. */
    static WindowRules always() {
        return byTheClock((fact, time) -> List.of(Lapse.ALWAYS)).firing(Firing.NEVER);
    }

    WindowRules merge() {
        return new WindowRules(lapses, byTheClock, true, lateness, firing, before, after);
    }

    WindowRules late(long millis) {
        return new WindowRules(lapses, byTheClock, merging, millis, firing, before, after);
    }

    WindowRules firing(Firing when) {
        return new WindowRules(lapses, byTheClock, merging, lateness, when, before, after);
    }

    /** Takes something away, before the function sees it or afterwards. */
    WindowRules evicting(boolean afterwards, Consumer<List<Dated>> what) {
        return new WindowRules(
                lapses,
                byTheClock,
                merging,
                lateness,
                firing,
                afterwards ? NOTHING : what,
                afterwards ? what : NOTHING);
    }
}
