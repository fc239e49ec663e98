package dev.millrace.stream;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.Step;

/**
 * One of the sources of a stream's records: a step's results, or one of its side outputs, and how they travel on.
 *
 * @param tag the side output, or null for the main one
 * @param exchange null where nothing was asked for
 */
record Lane(Step from, OutputTag<?> tag, Exchange exchange) {

    Lane by(Exchange newExchange) {
        return new Lane(from, tag, newExchange);
    }
}
