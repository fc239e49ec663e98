package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the contestants have measured on a workload, each as many trials as there were rounds. */
record Result(Workload workload, Map<Contestant, List<Trial>> trials) {

    /** The answers that were given: one, unless an engine is wrong. */
    Set<String> answers() {
        return trials.values().stream()
                .flatMap(List::stream)
                .map(Trial::answer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean has(Contestant contestant) {
        return trials.containsKey(contestant);
    }

    /** The median score of a contestant. */
    double score(Contestant contestant) {
        return Ratio.median(trials.get(contestant).stream()
                .mapToDouble(trial -> trial.score(workload.task()))
                .toArray());
    }

    /** A contestant's median of something else. */
    double median(Contestant contestant, java.util.function.ToDoubleFunction<Trial> value) {
        return Ratio.median(trials.get(contestant).stream().mapToDouble(value).toArray());
    }

    /** How much better the first is than the second, round by round; nothing when one is missing. */
    Optional<Ratio> ratio(Contestant first, Contestant second) {
        return ratio(first, second, trial -> trial.score(workload.task()));
    }

    Optional<Ratio> ratio(Contestant first, Contestant second, java.util.function.ToDoubleFunction<Trial> value) {
        if (!has(first) || !has(second)) {
            return Optional.empty();
        }
        List<Trial> ours = trials.get(first);
        List<Trial> theirs = trials.get(second);
        return Optional.of(Ratio.of(IntStream.range(0, ours.size())
                .mapToDouble(round -> value.applyAsDouble(ours.get(round)) / value.applyAsDouble(theirs.get(round)))
                .toArray()));
    }

    /** Millrace in its better setting. */
    Contestant best() {
        return has(Contestant.MILLRACE_REUSE) ? Contestant.MILLRACE_REUSE : Contestant.MILLRACE;
    }

    /** The peer with the highest median score. */
    Optional<Contestant> bestPeer() {
        return trials.keySet().stream().filter(Contestant::isPeer).max(Comparator.comparingDouble(this::score));
    }
}
