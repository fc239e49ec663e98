package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.OperatorFacts;
import java.util.ArrayList;
import java.util.List;

/** Operators that take records and let none go: filters, late records, functions that emit nothing. */
final class DroppingRule implements Rule {

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Scene.Place place : scene.places()) {
            Finding finding = scene.isSource(place) ? null : finding(scene, place);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static Finding finding(Scene scene, Scene.Place place) {
        Scene.Total total = scene.total(place);
        String name = "'" + scene.name(place) + "'";
        if (total.late() > 0) {
            return late(scene, place, name, total);
        }
        if (total.in() == 0 || total.out() > 0 || scene.isSink(place) || scene.combines(place)) {
            return null;
        }
        if (total.filter()) {
            return new Finding(
                    Cause.ALL_FILTERED,
                    name,
                    name + " lets none of its " + Words.records(total.in()) + " pass",
                    "look at its condition with a record that should pass; print() before it shows what comes");
        }
        List<OperatorFacts> facts = scene.facts(place);
        boolean waits = facts.stream()
                .anyMatch(each ->
                        each.eventTimers().count() + each.processingTimers().count() > 0);
        return waits || scene.job().batch() ? null : silent(name, total, facts);
    }

    private static Finding late(Scene scene, Scene.Place place, String name, Scene.Total total) {
        long watermark = scene.facts(place).stream()
                .mapToLong(OperatorFacts::watermark)
                .max()
                .orElse(Long.MIN_VALUE);
        boolean all = total.late() == total.in();
        boolean most = total.out() == 0 || 2 * total.late() > total.in();
        boolean fromFuture = Words.isFromFuture(watermark, scene.now());
        String what = name + " dropped " + (all ? "all of its " : Words.count(total.late()) + " of its ")
                + Words.records(total.in()) + " because they came after their time: event time is at "
                + (watermark == Long.MAX_VALUE ? "its end" : Words.time(watermark))
                + (fromFuture ? ", " + Words.duration(watermark - scene.now()) + " ahead of the clock" : "");
        String remedy = fromFuture
                ? Words.FUTURE_REMEDY
                : "give the WatermarkStrategy a larger bound (forBoundedOutOfOrderness), allow lateness"
                        + " (allowedLateness), or see these records with sideOutputLateData";
        return new Finding(most ? Cause.MOST_LATE : Cause.SOME_LATE, name, what, remedy);
    }

    private static Finding silent(String name, Scene.Total total, List<OperatorFacts> facts) {
        long rows = facts.stream().mapToLong(OperatorFacts::rows).sum();
        boolean keyed = facts.stream().anyMatch(OperatorFacts::keyed);
        return new Finding(
                Cause.SILENT_OPERATOR,
                name,
                name + " has taken " + Words.records(total.in()) + " and emitted none; "
                        + (keyed
                                ? "it keeps state of " + Words.of(rows, "key") + " and has set no timer"
                                : "it waits for no time"),
                keyed
                        ? "emit from its function, or register a timer there: without one only another record of a key"
                                + " makes it emit"
                        : "see whether its function ever emits: it calls out.collect(...) for none of these records");
    }
}
