package dev.millrace.runtime.loop;

import dev.millrace.core.element.LoopMark;
import dev.millrace.core.element.LoopMark.Round;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/** The rounds that some lanes have delivered and that have not been passed on. Lanes deliver them without gaps. */
final class RoundLanes {
    private final TreeMap<Integer, Deque<Round>> lanes = new TreeMap<>();

    void add(int lane) {
        lanes.put(lane, new ArrayDeque<>());
    }

    /** A lane delivers nothing any more: nobody waits for it. */
    void remove(int lane) {
        lanes.remove(lane);
    }

    /** Takes a round of a lane; false when the lane is none of these. */
    boolean offer(int lane, Round round) {
        Deque<Round> queue = lanes.get(lane);
        if (queue == null) {
            return false;
        }
        queue.add(round);
        return true;
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** Whether every lane has delivered its next round. */
    boolean isReady() {
        for (Deque<Round> queue : lanes.values()) {
            if (queue.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Takes the next round of every lane, and what they say together; null when there are no lanes. */
    Round take() {
        Round all = null;
        for (Deque<Round> queue : lanes.values()) {
            Round one = queue.remove();
            assert all == null || all.round() == one.round() : all + " beside " + one;
            all = all == null ? one : together(all, one);
        }
        return all;
    }

    private static Round together(Round a, Round b) {
        return new Round(
                a.loop(),
                a.round(),
                Math.min(a.quiet(), b.quiet()),
                Math.max(a.openRound(), b.openRound()),
                Math.min(a.eventTime(), b.eventTime()),
                Math.min(a.endRound(), b.endRound()),
                a.holding() || b.holding());
    }

    /** What lanes say that are not there: nothing speaks against quiet. */
    static Round silence(int loop, long round) {
        return new Round(loop, round, Long.MAX_VALUE - 1, 0, Long.MAX_VALUE, LoopMark.NEVER, false);
    }
}
