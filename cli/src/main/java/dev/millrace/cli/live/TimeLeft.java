package dev.millrace.cli.live;

import java.util.ArrayDeque;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Guesses when a job will be done, from how far it came in the last while. Owned by the view's thread. */
final class TimeLeft {

    private static final long WINDOW_MILLIS = 15_000;

    private final ArrayDeque<Point> lately = new ArrayDeque<>();

    private record Point(long millis, double share) {}

    /** Takes what is known now; answers milliseconds. */
    OptionalLong after(long nowMillis, OptionalDouble share) {
        if (share.isEmpty()) {
            lately.clear();
            return OptionalLong.empty();
        }
        Point now = new Point(nowMillis, share.getAsDouble());
        lately.add(now);
        while (lately.size() > 2 && now.millis - lately.peek().millis > WINDOW_MILLIS) {
            lately.remove();
        }
        Point then = lately.peek();
        double perMilli = (now.share - then.share) / (now.millis - then.millis);
        return perMilli > 0 && perMilli < 1 // neither the first point nor a step back
                ? OptionalLong.of((long) ((1 - now.share) / perMilli))
                : OptionalLong.empty();
    }
}
