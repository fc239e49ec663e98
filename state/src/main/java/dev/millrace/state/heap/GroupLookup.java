package dev.millrace.state.heap;

import dev.millrace.core.state.KeyGroupRange;

/**
 * Which key group a hash belongs to.
 *
 * @param operator named in errors
 */
record GroupLookup(String operator, KeyGroupRange owned, int maxParallelism) {

    /** The place of a hash's key group among the owned ones. */
    int place(int hash) {
        int group = KeyGroupRange.groupOf(hash, maxParallelism);
        int place = group - owned.first();
        if (place < 0 || group > owned.last()) {
            throw new IllegalStateException("A key of group " + group + " reached an instance of operator '" + operator
                    + "' that owns " + owned + "; the stream was keyed by something else than its records are sent by");
        }
        return place;
    }
}
