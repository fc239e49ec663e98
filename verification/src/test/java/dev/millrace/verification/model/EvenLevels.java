package dev.millrace.verification.model;

import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.TimestampedValue;
import dev.millrace.stream.window.Window;
import java.util.Iterator;

/** A program's own evictor, which takes facts of an even level away. */
final class EvenLevels<W extends Window> implements Evictor<Fact, W> {
    private static final long serialVersionUID = 1;

    private final boolean after;

    EvenLevels(boolean after) {
        this.after = after;
    }

    @Override
    public void evictBefore(Iterable<TimestampedValue<Fact>> elements, int size, W window, EvictorContext context) {
        evict(!after, elements, size);
    }

    @Override
    public void evictAfter(Iterable<TimestampedValue<Fact>> elements, int size, W window, EvictorContext context) {
        evict(after, elements, size);
    }

    private static void evict(boolean now, Iterable<TimestampedValue<Fact>> elements, int size) {
        int seen = 0;
        for (Iterator<TimestampedValue<Fact>> all = elements.iterator(); all.hasNext(); ) {
            seen++;
            if (all.next().getValue().level() % 2 == 0 && now) {
                all.remove();
            }
        }
        if (seen != size) {
            throw new IllegalStateException("an evictor was told of " + size + " records and given " + seen);
        }
    }
}
