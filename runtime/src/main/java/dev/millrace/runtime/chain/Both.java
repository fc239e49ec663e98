package dev.millrace.runtime.chain;

import dev.millrace.core.code.OwnCode;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Two readers of one output, the second of which may be two again. Has code of its own for each pair of readers, so that a
 * compiler sees what each does with a record, and that most do nothing when they are filters.
 */
final class Both implements Target {
    private final Target first;
    /** Null when the first reader is given values as they are. The second reader has what whoever emits gives away. */
    private final Copies copiesForFirst;

    private final Target second;

    Both(Target first, Copies copiesForFirst, Target second) {
        this.first = first;
        this.copiesForFirst = copiesForFirst;
        this.second = second;
    }

    static Target of(Target first, Copies copiesForFirst, Target second) {
        return (Target) OwnCode.make(
                MethodHandles.lookup(),
                Both.class,
                List.of(first.getClass(), second.getClass()),
                first,
                copiesForFirst,
                second);
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        first.onRecord(copiesForFirst == null ? value : copiesForFirst.of(value), timestamp);
        second.onRecord(value, timestamp);
    }

    @Override
    public void onWatermark(long timestamp) {
        first.onWatermark(timestamp);
        second.onWatermark(timestamp);
    }

    @Override
    public void onIdle(boolean idle) {
        first.onIdle(idle);
        second.onIdle(idle);
    }
}
