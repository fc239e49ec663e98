package dev.millrace.benchmarks.runner;

import java.util.Locale;

/** Numbers with three digits that count. */
final class Quantity {
    private Quantity() {}

    static String of(double value) {
        if (value >= 1e9) {
            return scaled(value / 1e9, " G");
        }
        if (value >= 1e6) {
            return scaled(value / 1e6, " M");
        }
        return value >= 1e3 ? scaled(value / 1e3, " k") : scaled(value, "");
    }

    private static String scaled(double value, String unit) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f%s", value, unit);
    }
}
