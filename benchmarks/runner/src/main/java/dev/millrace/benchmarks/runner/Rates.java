package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Types;
import dev.millrace.benchmarks.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The table of throughput: a row per workload, what each contestant does, and ratios; ratios that miss a goal are marked. */
final class Rates {
    private static final double TIMES_FLINK = 2;
    private static final double TIMES_BEST_PEER = 2;
    private static final double OF_HAND = 0.7;
    private static final double OF_HAND_WITH_STATE = 1.0 / 3;
    private static final double MEAN_TIMES_FLINK = 6;
    private static final double MEAN_TIMES_BEST_PEER = 2.5;
    private static final double SIBLING_MIN = 0.5;
    private static final String MISSED = " ✗";

    private final List<Result> rows;
    private final List<Contestant> columns;

    Rates(List<Result> results) {
        rows = results.stream()
                .filter(result -> result.workload().task().isThroughput())
                .toList();
        columns = Arrays.stream(Contestant.values())
                .filter(contestant -> rows.stream().anyMatch(row -> row.has(contestant)))
                .toList();
    }

    /** The table in Markdown, or nothing when there are no rows. */
    String table() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Records per second, and how many times as many Millrace does (median of"
                + " pairs, 95 % interval).\n✗ misses a goal: 2× Flink's default; 2× the best peer, or 70 % of the"
                + " program by hand where that is less; a third of it\nfor keyed and windowed work; half as fast as the"
                + " sibling; 6× and 2.5× in the geometric mean.\n\n| workload |");
        columns.forEach(column -> text.append(' ').append(column.label()).append(" |"));
        text.append(" default / flink | reuse / best peer | reuse / hand | CPU reuse / hand | records / plain |\n|---|")
                .append("--:|".repeat(columns.size() + 5))
                .append('\n');
        rows.forEach(row -> row(text, row));
        for (Types types : Types.values()) {
            mean(text, types);
        }
        return text.append('\n').toString();
    }

    private void row(StringBuilder text, Result row) {
        text.append("| ").append(row.workload().name()).append(" |");
        for (Contestant column : columns) {
            String cell = row.has(column) ? Quantity.of(row.score(column)) : "–";
            text.append(' ').append(cell).append(" |");
        }
        text.append(cell(row.ratioToFlink(), ratio -> ratio.median() >= TIMES_FLINK))
                .append(cell(row.ratioToBestPeer(), ratio -> isFastEnough(row, ratio)))
                .append(cell(
                        row.ratioToHand(),
                        ratio -> !row.workload().task().isKeyedOrWindowed() || ratio.median() >= OF_HAND_WITH_STATE))
                .append(cell(row.ratio(row.best(), Contestant.HAND, Trial::cpuNanosPerRecord), ratio -> true))
                .append(sibling(row))
                .append('\n');
    }

    private static boolean isFastEnough(Result row, Ratio toBestPeer) {
        return toBestPeer.median() >= TIMES_BEST_PEER
                || row.ratioToHand().map(hand -> hand.median() >= OF_HAND).orElse(false);
    }

    /** How fast a workload with records is beside its sibling with plain types. */
    private String sibling(Result row) {
        Workload plain = new Workload(row.workload().task(), Types.PLAIN);
        Optional<Result> other = rows.stream()
                .filter(result ->
                        result.workload().equals(plain) && !row.workload().equals(plain))
                .findFirst();
        return other.map(result -> row.score(row.best()) / result.score(result.best()))
                .map(share -> " " + Ratio.short3(share) + "×" + (share >= SIBLING_MIN ? "" : MISSED) + " |")
                .orElse(" – |");
    }

    private void mean(StringBuilder text, Types types) {
        List<Result> alike =
                rows.stream().filter(row -> row.workload().types() == types).toList();
        if (alike.isEmpty()) {
            return;
        }
        text.append("| **geometric mean, ")
                .append(types == Types.PLAIN ? "plain" : "records")
                .append("** |")
                .append(" |".repeat(columns.size()))
                .append(cell(mean(alike, Result::ratioToFlink), ratio -> ratio.median() >= MEAN_TIMES_FLINK))
                .append(cell(mean(alike, Result::ratioToBestPeer), ratio -> ratio.median() >= MEAN_TIMES_BEST_PEER))
                .append(cell(mean(alike, Result::ratioToHand), ratio -> true))
                .append(cell(
                        mean(alike, row -> row.ratio(row.best(), Contestant.HAND, Trial::cpuNanosPerRecord)),
                        ratio -> true))
                .append(" |\n");
    }

    private static Optional<Ratio> mean(List<Result> alike, Function<Result, Optional<Ratio>> ratio) {
        List<Ratio> ratios = alike.stream().map(ratio).flatMap(Optional::stream).toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Ratio.geometricMean(ratios));
    }

    private static String cell(Optional<Ratio> ratio, Predicate<Ratio> isMet) {
        return " " + ratio.map(is -> is + (isMet.test(is) ? "" : MISSED)).orElse("–") + " |";
    }
}
