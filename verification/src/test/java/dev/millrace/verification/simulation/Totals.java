package dev.millrace.verification.simulation;

import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.world.Incident;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/** What many simulated jobs have seen. */
final class Totals {
    private final Map<Incident, Long> runs = new EnumMap<>(Incident.class);
    private long events;
    private long millis;
    private long hash;

    void add(Outcome outcome) {
        events += outcome.events();
        millis += outcome.simulatedMillis();
        hash = Long.rotateLeft(hash, 7) ^ outcome.traceHash();
        outcome.incidents().keySet().forEach(incident -> runs.merge(incident, 1L, Long::sum));
    }

    /** How many jobs saw something at least once. */
    long runs(Incident incident) {
        return runs.getOrDefault(incident, 0L);
    }

    long events() {
        return events;
    }

    double simulatedMinutes() {
        return millis / 60_000.0;
    }

    /** Of the traces of all jobs, in their order. */
    long traceHash() {
        return hash;
    }

    /** How many jobs saw what, by groups: crashes, then everything else. */
    String text() {
        StringJoiner crashes = new StringJoiner(", ", "jobs that saw a crash: ", "\n");
        StringJoiner others = new StringJoiner(", ", "jobs that saw: ", "");
        for (Incident incident : Incident.values()) {
            StringJoiner group = incident.isCrashInPhase() ? crashes : others;
            group.add(incident.words().replaceFirst("^crash ", "") + " " + runs(incident));
        }
        return crashes + others.toString();
    }
}
