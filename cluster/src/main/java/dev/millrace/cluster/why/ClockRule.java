package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.OperatorFacts.TimerFacts;
import java.util.ArrayList;
import java.util.List;

/** Windows and timers that wait for the clock. */
final class ClockRule implements Rule {

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Scene.Place place : scene.places()) {
            List<TimerFacts> timers = scene.facts(place).stream()
                    .map(facts -> facts.processingTimers())
                    .filter(each -> each.count() > 0)
                    .toList();
            if (!timers.isEmpty() && scene.total(place).out() == 0) {
                findings.add(finding(scene, place, timers));
            }
        }
        return findings;
    }

    private static Finding finding(Scene scene, Scene.Place place, List<TimerFacts> timers) {
        String name = "'" + scene.name(place) + "'";
        long count = timers.stream().mapToLong(TimerFacts::count).sum();
        long earliest =
                timers.stream().mapToLong(TimerFacts::earliestMillis).min().orElse(Long.MAX_VALUE);
        String what = name + " has " + Words.of(count, "timer") + " by the clock, the first for " + Words.time(earliest)
                + ", in " + Words.duration(Math.max(0, earliest - scene.now()));
        return new Finding(Cause.WAITS_FOR_TIME, name, what, "wait until then, or use shorter windows");
    }
}
