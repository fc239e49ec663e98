package dev.millrace.benchmarks.runner;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The goals that are no throughput of a workload, in parts that can be measured each by itself. */
enum GoalPart {
    CHECKPOINT_COST("checkpoint-cost", CheckpointGoals::cost),
    CHECKPOINT("checkpoint", CheckpointGoals::largeState),
    LATENCY("latency", LatencyGoals::latency),
    IDLE("idle", OwnGoals::idle),
    SLIDES("slides", OwnGoals::slides),
    SPEED_UP("speed-up", OwnGoals::speedUp),
    CHAINS("chains", OwnGoals::chains),
    TOGETHER("together", OwnGoals::together);

    private final String label;
    private final Measurement measurement;

    /** Takes the trials that it needs and tells each by the way. */
    private interface Measurement {
        List<Goal> measure(GoalTrials trials) throws IOException, InterruptedException;
    }

    GoalPart(String label, Measurement measurement) {
        this.label = label;
        this.measurement = measurement;
    }

    String label() {
        return label;
    }

    List<Goal> measure(GoalTrials trials) throws IOException, InterruptedException {
        return measurement.measure(trials);
    }

    static GoalPart labelled(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part " + label + "; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(GoalPart::label).toList())));
    }
}
