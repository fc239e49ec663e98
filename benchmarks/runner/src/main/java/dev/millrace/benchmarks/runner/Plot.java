package dev.millrace.benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ratios as marks with their intervals on a logarithmic axis, a row per workload, in SVG. */
final class Plot {
    private static final int ROW = 22;
    private static final int LEFT = 150;
    private static final int WIDTH = 640;
    private static final int TOP = 46;
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 200;
    private static final double[] TICKS = {0.1, 0.5, 1, 2, 5, 10, 50, 100};

    private final List<Result> results;

    /** One kind of mark. */
    private record Series(String name, String colour, int shift) {}

    private static final Series FLINK = new Series("default / Flink's default", "#c2571a", -5);
    private static final Series PEER = new Series("reuse / best peer", "#1f6fb2", 0);
    private static final Series HAND = new Series("reuse / by hand", "#4a7d2c", 5);

    Plot(List<Result> results) {
        this.results = results;
    }

    String svg() {
        int height = TOP + results.size() * ROW + 30;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                LEFT + WIDTH + 20,
                height));
        int legend = LEFT;
        for (Series series : List.of(FLINK, PEER, HAND)) {
            svg.append(String.format(
                    "<circle cx=\"%d\" cy=\"14\" r=\"4\" fill=\"%s\"/><text x=\"%d\" y=\"18\">%s</text>%n",
                    legend, series.colour, legend + 8, series.name));
            legend += 190;
        }
        for (double tick : TICKS) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%2$.1f\" x2=\"%2$.1f\" y1=\"%3$d\" y2=\"%4$d\" stroke=\"%5$s\"/>"
                            + "<text x=\"%2$.1f\" y=\"%6$d\" text-anchor=\"middle\">%1$s×</text>%n",
                    tick >= 1 ? Integer.toString((int) tick) : Double.toString(tick),
                    x(tick),
                    TOP - 8,
                    height - 24,
                    tick == 1 ? "#555" : "#ddd",
                    TOP - 14));
        }
        for (int row = 0; row < results.size(); row++) {
            row(svg, results.get(row), TOP + row * ROW + ROW / 2);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Result result, int y) {
        svg.append(String.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                LEFT - 10, y + 4, result.workload().name()));
        List<Optional<Ratio>> ratios = new ArrayList<>();
        ratios.add(result.ratioToFlink());
        ratios.add(result.ratioToBestPeer());
        ratios.add(result.ratioToHand());
        List<Series> series = List.of(FLINK, PEER, HAND);
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            ratios.get(i).ifPresent(ratio -> mark(svg, one, ratio, y + one.shift));
        }
    }

    private static void mark(StringBuilder svg, Series series, Ratio ratio, int y) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"%4$s\"/>"
                        + "<circle cx=\"%5$.1f\" cy=\"%3$d\" r=\"3\" fill=\"%4$s\"/>%n",
                x(ratio.low()),
                x(ratio.high()),
                y,
                series.colour,
                x(ratio.median())));
    }

    private static double x(double ratio) {
        double bounded = Math.min(Math.max(ratio, LOWEST), HIGHEST);
        return LEFT + WIDTH * Math.log(bounded / LOWEST) / Math.log(HIGHEST / LOWEST);
    }
}
