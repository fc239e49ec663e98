package dev.millrace.runtime.chain;

import dev.millrace.core.element.Batch;

/** Takes rows of a batch for the operator that heads a chain. */
interface Rows {

    /** Takes rows up to the batch's end, until the brake is pulled, or until the operator wants a pause; answers the next. */
    int take(int input, Batch batch, int from);
}
