package dev.millrace.core.plan;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorFactory;
import java.io.Serializable;
import java.util.List;

/**
 * One operator within the chain of a vertex. Chains are trees: an operator reads either the vertex's inputs or the
 * results of one operator before it.
 *
 * @param id the stable id under which state is kept: from the user's uid or from the operator's place in the graph
 * @param name what plans, metrics and errors show
 * @param ambiguous whether the id rests on an ordinal among identical siblings
 * @param factory makes the instances
 * @param upstream the place in the chain of the operator that feeds this one, or {@link #INPUTS} for the vertex's inputs
 * @param tag the side output of {@code upstream} that it reads, or null for the main one
 * @param keys the key of each input, in order; empty for an operator without keyed state, and null entries for inputs
 *     without keys
 * @param emitsFresh whether every value it emits is new or immutable, so that the engine need not copy it
 * @param gathering which of its records wait; an operator with any heads its chain
 */
public record OperatorNode(
        String id,
        String name,
        boolean ambiguous,
        OperatorFactory<?, ?> factory,
        int upstream,
        OutputTag<?> tag,
        List<KeySelector<?, ?>> keys,
        boolean emitsFresh,
        Gathering gathering)
        implements Serializable {

    /** The {@code upstream} of the head of a chain. */
    public static final int INPUTS = -1;

    /** An operator that takes its records as they come. */
    public OperatorNode(
            String id,
            String name,
            boolean ambiguous,
            OperatorFactory<?, ?> factory,
            int upstream,
            OutputTag<?> tag,
            List<KeySelector<?, ?>> keys,
            boolean emitsFresh) {
        this(id, name, ambiguous, factory, upstream, tag, keys, emitsFresh, Gathering.NONE);
    }

    /** The same place in the chain for what another factory makes. */
    public OperatorNode with(OperatorFactory<?, ?> other) {
        return new OperatorNode(id, name, ambiguous, other, upstream, tag, keys, emitsFresh, gathering);
    }
}
