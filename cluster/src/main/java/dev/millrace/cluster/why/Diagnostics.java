package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.diagnosis.Diagnosis.OperatorCount;
import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.fact.JobFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds out from a job's facts why nothing comes out of it. */
public final class Diagnostics {

    private static final List<Rule> RULES = List.of(
            new LifeRule(),
            new BlockedCallRule(),
            new BackPressureRule(),
            new InputRule(),
            new DroppingRule(),
            new EventTimeRule(),
            new ClockRule(),
            new CheckpointRule());

    private Diagnostics() {}

    /** The diagnosis; findings that explain most come first. */
    public static Diagnosis of(JobFacts job) {
        Scene scene = new Scene(job);
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> findings.addAll(rule.look(scene)));
        findings.sort(Comparator.comparing(Finding::cause));
        return new Diagnosis(job.name(), counts(scene), List.copyOf(findings), summary(scene, findings));
    }

    private static List<OperatorCount> counts(Scene scene) {
        List<OperatorCount> counts = new ArrayList<>();
        for (Scene.Place place : scene.places()) {
            Scene.Total total = scene.total(place);
            boolean source = scene.isSource(place);
            counts.add(new OperatorCount(
                    scene.name(place),
                    source ? total.out() : total.in(),
                    scene.isSink(place) ? 0 : total.out(),
                    total.late(),
                    total.filter() ? total.in() - total.out() : 0));
        }
        return counts;
    }

    private static String summary(Scene scene, List<Finding> findings) {
        String flow = Words.records(scene.read()) + " read in "
                + Words.duration(scene.job().runtimeMillis()) + ", " + Words.count(scene.written()) + " given to sinks";
        long faults =
                findings.stream().filter(finding -> finding.cause().isFault()).count();
        if (faults > 0) {
            return flow + (faults == 1 ? "; one thing is wrong" : "; " + faults + " things are wrong");
        }
        boolean waits = findings.stream().anyMatch(finding -> finding.cause() == Finding.Cause.WAITS_FOR_TIME);
        return "nothing is wrong: " + flow
                + (scene.job().batch() ? "; results come when all input has ended" : "")
                + (waits ? ", and what waits for its time will come" : "");
    }
}
