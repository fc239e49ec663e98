package dev.millrace.runtime.chain;

import dev.millrace.core.fact.MetricFacts.Count;
import dev.millrace.core.fact.MetricFacts.Level;
import dev.millrace.core.fact.MetricFacts.Quantile;
import dev.millrace.core.fact.MetricFacts.Rate;
import dev.millrace.core.fact.MetricFacts.Spread;
import dev.millrace.core.fact.MetricFacts.Value;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.metric.Gauge;
import dev.millrace.core.metric.Histogram;
import dev.millrace.core.metric.HistogramStatistics;
import dev.millrace.core.metric.Meter;
import dev.millrace.core.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/** What metrics show at a moment. A gauge or a histogram of the user's that throws, or shows no number, shows nothing. */
final class Readings {

    private static final double[] SHARES = {0.5, 0.75, 0.95, 0.99, 0.999};

    private Readings() {}

    static Value of(Metric metric) {
        try {
            return read(metric);
        } catch (RuntimeException broken) {
            return null; // a metric must not bring its job down
        }
    }

    private static Value read(Metric metric) {
        if (metric instanceof Counter counter) {
            return new Count(counter.getCount());
        } else if (metric instanceof Meter meter) {
            return new Rate(meter.getCount(), meter.getRate());
        } else if (metric instanceof Histogram histogram) {
            return spread(histogram);
        } else if (metric instanceof Gauge<?> gauge) {
            return level(gauge.getValue());
        }
        return null;
    }

    private static Value level(Object value) {
        if (value instanceof Number number) {
            return new Level(number.doubleValue());
        }
        return value instanceof Boolean truth ? new Level(truth ? 1 : 0) : null;
    }

    private static Value spread(Histogram histogram) {
        HistogramStatistics statistics = histogram.getStatistics();
        List<Quantile> quantiles = new ArrayList<>();
        for (double share : SHARES) {
            quantiles.add(new Quantile(share, statistics.getQuantile(share)));
        }
        return new Spread(
                histogram.getCount(), statistics.getMean(), statistics.getMin(), statistics.getMax(), quantiles);
    }
}
