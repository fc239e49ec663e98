package dev.millrace.benchmarks.runner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * By how much one is better than another: the median over the pairs, and the interval in which 95 of 100 medians of pairs
 * drawn from these again (a bootstrap: Efron, Bootstrap Methods: Another Look at the Jackknife) lie.
 */
record Ratio(double median, double low, double high) {
    private static final int DRAWS = 10_000;
    private static final long SEED = 1;

    static Ratio of(double[] ratios) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] medians = new double[DRAWS];
        double[] drawn = new double[ratios.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = ratios[random.nextInt(ratios.length)];
            }
            medians[draw] = median(drawn);
        }
        Arrays.sort(medians);
        return new Ratio(median(ratios), medians[DRAWS / 40], medians[DRAWS - 1 - DRAWS / 40]);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double geometricMean(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
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
