package dev.millrace.runtime.task;

import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.TaskFacts.TimeFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Rates of what a task has counted: those of the time since it was asked before, but of a second at least, so that several
 * who ask do not disturb each other. Owned by the task's thread.
 */
final class Lately {

    private static final long SPAN_NANOS_MIN = TimeUnit.SECONDS.toNanos(1);

    private long fromNanos;
    private double[] from = {};
    private double[] perSecond = {};

    Lately(long nowNanos) {
        fromNanos = nowNanos;
    }

    /** Takes what has been counted so far; the counts are the same ones in the same order each time. */
    private void take(double[] counted, long nowNanos) {
        if (from.length < counted.length) {
            from = new double[counted.length];
            perSecond = new double[counted.length];
        }
        long span = nowNanos - fromNanos;
        if (span >= SPAN_NANOS_MIN) {
            for (int i = 0; i < counted.length; i++) {
                perSecond[i] = (counted[i] - from[i]) * SPAN_NANOS_MIN / span;
            }
            from = Arrays.copyOf(counted, counted.length);
            fromNanos = nowNanos;
        }
    }

    /** Adds the rates to what operators and the task's clock say. */
    Rated rate(List<OperatorFacts> operators, TimeFacts time, long nowNanos) {
        double[] counted = new double[2 * operators.size() + 3];
        int place = 0;
        for (OperatorFacts operator : operators) {
            counted[place++] = operator.in();
            counted[place++] = operator.out();
        }
        counted[place] = time.busyMillis();
        counted[place + 1] = time.backPressuredMillis();
        counted[place + 2] = time.idleMillis();
        take(counted, nowNanos);
        List<OperatorFacts> rated = new ArrayList<>();
        for (int i = 0; i < operators.size(); i++) {
            rated.add(operators.get(i).withRates(perSecond[2 * i], perSecond[2 * i + 1]));
        }
        return new Rated(
                rated,
                new TimeFacts(
                        time.busyMillis(),
                        time.backPressuredMillis(),
                        time.idleMillis(),
                        perSecond[place],
                        perSecond[place + 1],
                        perSecond[place + 2]));
    }

    /** Facts with their rates. */
    record Rated(List<OperatorFacts> operators, TimeFacts time) {}
}
