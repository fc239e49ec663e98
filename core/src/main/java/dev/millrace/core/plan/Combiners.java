package dev.millrace.core.plan;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Combiner;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a {@link Combiner} before each exchange by key whose reader, of one input, has one, in the chain of the step that
 * sends:
 *
 * <pre>
 *   bids ──hash──► window      becomes      bids ► combiner ──hash──► window
 * </pre>
 *
 * Where fewer instances send than read, or where chaining is not allowed, nothing is put: combining would take work from
 * many to few, or cost a task of its own; nor in batch, where readers gather the records themselves. The steps of the
 * program stay as they are; what has changed is told here.
 */
final class Combiners {

    private final boolean batch;
    private final List<Step> ordered = new ArrayList<>();
    private final Map<Step, List<Step.Input>> changed = new IdentityHashMap<>();
    private final Map<Step, List<KeySelector<?, ?>>> keys = new IdentityHashMap<>();

    /**
     * @param steps each after those that it reads, with their parallelism
     */
    Combiners(List<Step> steps, boolean batch) {
        this.batch = batch;
        for (Step step : steps) {
            List<Step.Input> inputs =
                    step.inputs().stream().map(input -> combined(input, step)).toList();
            if (!inputs.equals(step.inputs())) {
                changed.put(step, inputs);
            }
            ordered.add(step);
        }
    }

    /** The steps of the program and those between them, each after those that it reads. */
    List<Step> ordered() {
        return ordered;
    }

    /** What a step reads. */
    List<Step.Input> inputs(Step step) {
        return changed.getOrDefault(step, step.inputs());
    }

    /** The key of each input of a step; what has been combined has a key too. */
    List<KeySelector<?, ?>> keys(Step step) {
        return keys.getOrDefault(step, step.keys());
    }

    private Step.Input combined(Step.Input input, Step reader) {
        Combiner combiner = input.exchange() instanceof Exchange.Hash hash && isWorthwhile(input.from(), reader)
                ? reader.factory().combiner(hash.key())
                : null;
        if (combiner == null) {
            return input;
        }
        Step from = input.from();
        Step step = Step.operator("combine", combiner.factory())
                .name("Combine(" + reader.name() + ")")
                .reads(from, input.tag(), new Exchange.Forward(), 0)
                .parallelism(from.parallelism())
                .maxParallelism(from.maxParallelism())
                .bufferTimeoutMillis(from.bufferTimeoutMillis())
                .emitsFresh();
        ordered.add(step);
        keys.put(reader, List.of(combiner.key()));
        return new Step.Input(step, null, new Exchange.Hash(combiner.key()), input.input());
    }

    private boolean isWorthwhile(Step from, Step reader) {
        return !batch
                && from.chaining() != Step.Chaining.NEVER
                && reader.chaining() != Step.Chaining.NEVER
                && from.parallelism() >= reader.parallelism();
    }
}
