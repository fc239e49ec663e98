package dev.millrace.stream.window;

import java.io.Serializable;
import java.util.List;

/** Windows side by side whose starts an instance chooses with its first record. */
final class Staggered implements Serializable {
    private static final long serialVersionUID = 1;

    private final Span span;
    private final WindowStagger stagger;
    private transient Span chosen;

    Staggered(Span span, WindowStagger stagger) {
        this.span = span;
        this.stagger = stagger;
    }

    /** The window that a time falls into. */
    List<TimeWindow> windows(long time, WindowAssigner.WindowAssignerContext context) {
        if (chosen == null) {
            long extra = stagger.getStaggerOffset(context.getCurrentProcessingTime(), span.size());
            chosen = new Span(span.size(), span.size(), (span.offset() + extra) % span.size());
        }
        return chosen.windows(time);
    }

    /** How the windows are cut into slices, or null when they begin elsewhere in each instance. */
    Slicing slicing() {
        return stagger == WindowStagger.ALIGNED ? span.slicing() : null;
    }

    @Override
    public String toString() {
        return span.toString();
    }
}
