package dev.millrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** A task on records of one kind. */
public record Workload(Task task, Types types) {

    /** Its name in tables and on the command line, such as {@code q5} or {@code q5-records}. */
    public String name() {
        return task.label() + types.suffix();
    }

    /** All workloads, each followed by its sibling with other types. */
    public static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        for (Task task : Task.values()) {
            for (Types types : Types.values()) {
                all.add(new Workload(task, types));
            }
        }
        return all;
    }

    /** The workload of that name. */
    public static Workload named(String name) {
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no workload " + name + "; there are "
                        + String.join(", ", all().stream().map(Workload::name).toList())));
    }
}
