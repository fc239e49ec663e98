package dev.millrace.runtime.chain;

import dev.millrace.core.function.OutputTag;

/**
 * An edge out of the task, as the chain sees it.
 *
 * @param operator the place in the chain of the operator whose results travel, or {@link
 *     dev.millrace.core.plan.OperatorNode#INPUTS} for the records of the source itself
 * @param tag the side output, or null for the main one
 */
public record OutgoingEdge(int operator, OutputTag<?> tag, Target target) {}
