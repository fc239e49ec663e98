package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.fact.TaskFacts;
import java.util.ArrayList;
import java.util.List;

/** Nothing comes from outside. */
final class InputRule implements Rule {

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Scene.Place place : scene.places()) {
            List<TaskFacts> tasks = scene.tasks(place.vertex());
            if (scene.isSource(place)
                    && tasks.size() == scene.vertex(place.vertex()).parallelism()
                    && scene.total(place).out() == 0) {
                findings.add(finding(scene, place, tasks));
            }
        }
        return findings;
    }

    private static Finding finding(Scene scene, Scene.Place place, List<TaskFacts> tasks) {
        String name = "'" + scene.name(place) + "'";
        if (tasks.stream().allMatch(TaskFacts::dataEnded)) {
            return new Finding(
                    Cause.NO_INPUT,
                    name,
                    name + " has come to its end without a single record",
                    "see whether what it reads is there and not empty: path, table, topic");
        }
        return new Finding(
                Cause.NO_INPUT,
                name,
                name + " has read no record in " + Words.duration(scene.job().runtimeMillis()),
                "see whether what it reads has anything for it: address, path or topic, rights, where reading begins");
    }
}
