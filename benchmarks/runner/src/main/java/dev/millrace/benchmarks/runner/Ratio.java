package dev.millrace.benchmarks.runner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * By how much one is better than another: the median over the pairs, and the interval in which 95 of 100 medians of pairs
 * drawn from these again (a bootstrap: Efron, Bootstrap Methods: Another Look at the Jackknife) lie.
 */
record Ratio(double median, double low, double high, List<Double> pairs) {
    private static final int DRAWS = 10_000;
    private static final long SEED = 1;

    static Ratio of(double[] ratios) {
        List<Double> pairs = Arrays.stream(ratios).boxed().toList();
        Ratio mean = mean(List.of(pairs));
        return new Ratio(mean.median, mean.low, mean.high, pairs);
    }

    /** The geometric mean of the medians of several ratios, whose pairs are drawn again each for itself. */
    static Ratio geometricMean(List<Ratio> ratios) {
        return mean(ratios.stream().map(Ratio::pairs).toList());
    }

    private static Ratio mean(List<List<Double>> groups) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double logarithms = 0;
            for (List<Double> group : groups) {
                double[] drawn = new double[group.size()];
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = group.get(random.nextInt(drawn.length));
                }
                logarithms += Math.log(median(drawn));
            }
            means[draw] = Math.exp(logarithms / groups.size());
        }
        Arrays.sort(means);
        double[] medians = groups.stream().mapToDouble(Ratio::median).toArray();
        return new Ratio(
                Math.exp(Arrays.stream(medians).map(Math::log).average().orElse(Double.NaN)),
                means[DRAWS / 40],
                means[DRAWS - 1 - DRAWS / 40],
                Arrays.stream(medians).boxed().toList());
    }

    private static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s× [%s, %s]", short3(median), short3(low), short3(high));
    }

    static String short3(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : value >= 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
