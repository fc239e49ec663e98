package dev.millrace.runtime.chain;

import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.state.snapshot.OperatorListsWriter;

/**
 * What a snapshot holds of one operator, taken and not yet written.
 *
 * @param operator the operator's stable id, or that of its place in the chain
 * @param keyGroups the key groups of the instance, or null when it has no keyed state
 * @param keyed its keyed state, or null when it has none
 */
public record FrozenOperator(String operator, KeyGroupRange keyGroups, FrozenState keyed, OperatorListsWriter lists) {}
