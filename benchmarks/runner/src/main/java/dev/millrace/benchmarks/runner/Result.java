package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the contestants have measured on a workload, by the number of the round. */
record Result(Workload workload, Map<Contestant, NavigableMap<Integer, Trial>> trials) {

    /** The answers that were given: one, unless an engine is wrong. */
    Set<String> answers() {
        return trials.values().stream()
                .flatMap(rounds -> rounds.values().stream())
                .map(Trial::answer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean has(Contestant contestant) {
        return trials.containsKey(contestant);
    }

    /** The median score of a contestant. */
    double score(Contestant contestant) {
        return median(contestant, trial -> trial.score(workload.task()));
    }

    /** A contestant's median of something else. */
    double median(Contestant contestant, ToDoubleFunction<Trial> value) {
        return Ratio.median(
                trials.get(contestant).values().stream().mapToDouble(value).toArray());
    }

    /** How much better the first is than the second, round by round; nothing when they never met. */
    Optional<Ratio> ratio(Contestant first, Contestant second) {
        return ratio(first, second, trial -> trial.score(workload.task()));
    }

    Optional<Ratio> ratio(Contestant first, Contestant second, ToDoubleFunction<Trial> value) {
        if (!has(first) || !has(second)) {
            return Optional.empty();
        }
        Map<Integer, Trial> theirs = trials.get(second);
        double[] ratios = trials.get(first).entrySet().stream()
                .filter(ours -> theirs.containsKey(ours.getKey()))
                .mapToDouble(
                        ours -> value.applyAsDouble(ours.getValue()) / value.applyAsDouble(theirs.get(ours.getKey())))
                .toArray();
        return ratios.length == 0 ? Optional.empty() : Optional.of(Ratio.of(ratios));
    }

    /** Millrace in its better setting. */
    Contestant best() {
        return has(Contestant.MILLRACE_REUSE) ? Contestant.MILLRACE_REUSE : Contestant.MILLRACE;
    }

    /** The peer with the highest median score, of those that were in most rounds. */
    Optional<Contestant> bestPeer() {
        Comparator<Contestant> byRounds =
                Comparator.comparingInt(peer -> trials.get(peer).size());
        return trials.keySet().stream().filter(Contestant::isPeer).max(byRounds.thenComparingDouble(this::score));
    }

    /** Against the best peer. */
    Optional<Ratio> ratioToBestPeer() {
        return bestPeer().flatMap(peer -> ratio(best(), peer));
    }

    /** Against Flink as it is out of the box. */
    Optional<Ratio> ratioToFlink() {
        return ratio(Contestant.MILLRACE, Contestant.FLINK);
    }

    /** Against the program written by hand. */
    Optional<Ratio> ratioToHand() {
        return ratio(best(), Contestant.HAND);
    }
}
