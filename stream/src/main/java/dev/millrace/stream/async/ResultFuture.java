package dev.millrace.stream.async;

import dev.millrace.core.ModelApi;
import java.util.Collection;

/** Takes the answer to one request, once; what comes later is ignored. Safe for use by any thread. */
@ModelApi
public interface ResultFuture<OUT> {

    /** The results of the record, in order; may be empty, not null. */
    void complete(Collection<OUT> result);

    /** Fails the job, unless a retry strategy says otherwise. */
    void completeExceptionally(Throwable error);

    /** Like {@link #complete(Collection)}; the supplier is called on the operator's thread. */
    default void complete(CollectionSupplier<OUT> supplier) {
        try {
            complete(supplier.get());
        } catch (Exception e) {
            completeExceptionally(e);
        }
    }
}
