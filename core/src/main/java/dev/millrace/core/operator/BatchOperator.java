package dev.millrace.core.operator;

import dev.millrace.core.element.Batch;

/** An operator that takes whole batches when it heads a chain; the rows from {@code from} to {@code to} are due. */
public interface BatchOperator {

    /**
     * Takes the rows {@code from} (inclusive) to {@code to} (exclusive) of a batch. On a keyed input the keyed state has
     * been {@linkplain dev.millrace.core.state.KeyedState#enter entered} with the batch; the operator selects rows.
     */
    void onBatch(int input, Batch batch, int from, int to) throws Exception;
}
