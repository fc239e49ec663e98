package dev.millrace.verification.model;

import dev.millrace.testkit.contract.Happening;
import dev.millrace.verification.model.Firing.Act;
import dev.millrace.verification.model.Pane.Dated;
import dev.millrace.verification.model.Pane.Lapse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Windows as a list that is searched from end to end whenever something happens. */
final class WindowModel {
    private final WindowRules rules;
    private final Function<Fact, String> keys;
    private final Shown shown;
    private final List<Pane> open = new ArrayList<>();
    private final Map<String, Integer> firedOfKey = new HashMap<>();
    private final EventTime eventTime;
    private int sources;
    private long watermark = Long.MIN_VALUE;
    private long clock;
    private int moment;

    /** What windows have said, what was late, and how often a key has fired. */
    final Told told = new Told();

    final Told late = new Told();
    final Told firings = new Told();

    /** What a function says about a window that fires. */
    interface Shown {
        List<?> of(Pane pane, List<Fact> facts);
    }

    WindowModel(WindowRules rules, int sources, Function<Fact, String> keys, Shown shown) {
        this.rules = rules;
        this.sources = sources;
        this.eventTime = new EventTime(sources);
        this.keys = keys;
        this.shown = shown;
    }

    WindowModel play(List<Happening> script) {
        for (Happening happening : script) {
            moment++;
            if (happening instanceof Happening.Given given) {
                take((Fact) given.value(), given.timestamp());
            } else if (happening instanceof Happening.Tick tick) {
                clock += tick.millis();
            } else if (happening instanceof Happening.End) {
                sources--;
            }
            comeTo(eventTime.after(happening));
            if (sources > 0) {
                lookAtTheClock();
            }
        }
        return this;
    }

    private void take(Fact fact, long timestamp) {
        boolean taken = false;
        for (Lapse lapse : rules.lapses().of(fact, rules.byTheClock() ? clock : timestamp)) {
            Pane pane = rules.merging() ? merged(keys.apply(fact), lapse) : found(keys.apply(fact), lapse);
            if (isOver(pane)) {
                continue;
            }
            taken = true;
            if (!open.contains(pane)) {
                open.add(pane);
            }
            pane.contents.add(new Dated(fact, timestamp));
            act(rules.firing().onFact(pane, fact, timestamp, new Firing.Now(watermark, clock)), pane);
            if (pane.lapse.last() != Long.MAX_VALUE) {
                (rules.byTheClock() ? pane.clockTimes : pane.eventTimes).add(overAt(pane));
            }
        }
        if (!taken && !rules.byTheClock() && timestamp + rules.lateness() <= watermark) {
            late.add(moment, fact, timestamp);
        }
    }

    private long overAt(Pane pane) {
        return pane.lapse.last() + rules.lateness();
    }

    private boolean isOver(Pane pane) {
        return !rules.byTheClock() && overAt(pane) <= watermark;
    }

    private Pane found(String key, Lapse lapse) {
        for (Pane pane : open) {
            if (pane.key.equals(key) && pane.lapse.equals(lapse)) {
                return pane;
            }
        }
        return new Pane(key, lapse);
    }

    /** The window that one becomes with all that it touches, which are taken away. */
    private Pane merged(String key, Lapse lapse) {
        Lapse grown = lapse;
        List<Pane> touched = new ArrayList<>();
        for (Pane pane : open) {
            if (pane.key.equals(key) && pane.lapse.touches(lapse)) {
                touched.add(pane);
                grown = grown.with(pane.lapse);
            }
        }
        Pane same = found(key, grown);
        if (touched.isEmpty() || touched.contains(same)) {
            return same;
        }
        for (Pane pane : touched) {
            same.contents.addAll(pane.contents);
        }
        rules.firing().onMerge(same, touched, new Firing.Now(watermark, clock));
        open.removeAll(touched);
        return same;
    }

    private void act(Act act, Pane pane) {
        if (act != Act.NOTHING && !pane.contents.isEmpty()) {
            rules.before().accept(pane.contents);
            fire(pane);
            rules.after().accept(pane.contents);
        }
        if (act == Act.FIRE_AND_EMPTY) {
            pane.contents.clear();
        }
    }

    private void fire(Pane pane) {
        pane.fired++;
        for (Object said :
                shown.of(pane, pane.contents.stream().map(Dated::fact).toList())) {
            told.add(moment, said, pane.lapse.last());
        }
        int number = firedOfKey.merge(pane.key, 1, Integer::sum);
        firings.add(moment, pane.key + " fires " + number, pane.lapse.last());
    }

    private void comeTo(long newWatermark) {
        if (newWatermark <= watermark) {
            return;
        }
        watermark = newWatermark;
        for (Pane next = earliest(true, watermark); next != null; next = earliest(true, watermark)) {
            come(next, next.eventTimes.pollFirst(), true);
        }
    }

    /** A time of the clock has come when the clock has passed it. */
    private void lookAtTheClock() {
        for (Pane next = earliest(false, clock - 1); next != null; next = earliest(false, clock - 1)) {
            come(next, next.clockTimes.pollFirst(), false);
        }
    }

    private Pane earliest(boolean event, long until) {
        Pane earliest = null;
        long time = until;
        for (Pane pane : open) {
            Long first = (event ? pane.eventTimes : pane.clockTimes).ceiling(Long.MIN_VALUE);
            if (first != null && (earliest == null ? first <= time : first < time)) {
                earliest = pane;
                time = first;
            }
        }
        return earliest;
    }

    private void come(Pane pane, long time, boolean event) {
        act(rules.firing().onTime(pane, time, event), pane);
        if (event != rules.byTheClock() && pane.lapse.last() != Long.MAX_VALUE && time == overAt(pane)) {
            open.remove(pane);
        }
    }
}
