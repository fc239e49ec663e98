package dev.millrace.runtime.loop;

import dev.millrace.core.element.LoopMark;
import dev.millrace.core.element.LoopMark.Call;
import dev.millrace.core.element.LoopMark.Reason;
import dev.millrace.core.element.LoopMark.Round;
import dev.millrace.runtime.exchange.Fanout;
import java.util.BitSet;

/**
 * The rounds of one loop in one of its tasks. Owned by the task's thread.
 *
 * <p>A task passes round r when every lane that leads forward in the loop has delivered r, and every one that closes a way
 * in it has delivered r - 1. So when no task has done anything between passing r and passing r + 1, nothing is under way in
 * the loop: what a task sent before r, its reader has read before passing r + 1, and then it has done something; and after r
 * nothing was sent. That all were quiet in the same round is known to a head once the number of quiet rounds that comes
 * round, one fewer for each further return that the news took, is that of the returns it can take.
 */
final class LoopRounds {
    private final int loop;
    private final Activity activity;
    private final Fanout fanout;
    private final RoundLanes forward = new RoundLanes();
    private final RoundLanes returning = new RoundLanes();
    private final BitSet outside = new BitSet();
    private final BitSet open = new BitSet();
    private final long[] called = new long[Reason.values().length];
    private LoopHead head;
    private long round;
    private long quiet;
    private long recordsBefore;
    private boolean holding;
    private long barrierPassed;

    LoopRounds(int loop, Activity activity, Fanout fanout) {
        this.loop = loop;
        this.activity = activity;
        this.fanout = fanout;
    }

    /** The task is the head of the loop: it begins rounds, and they come back to it. */
    void leadBy(LoopHead leader) {
        head = leader;
    }

    void addLane(int lane, boolean closesWay) {
        (closesWay ? returning : forward).add(lane);
    }

    /** A lane by which records come into the loop. */
    void addEntry(int lane) {
        outside.set(lane);
        open.set(lane);
    }

    int loop() {
        return loop;
    }

    /** The round passed last, or begun; 0 before the first. */
    long round() {
        return round;
    }

    RoundLanes returning() {
        return returning;
    }

    boolean isKeptOut(int lane) {
        return holding && outside.get(lane) && called[Reason.BARRIER.ordinal()] <= barrierPassed;
    }

    void onMark(int lane, LoopMark mark) {
        if (mark instanceof Round news) {
            if (!forward.offer(lane, news)) {
                returning.offer(lane, news);
            }
        } else if (mark instanceof Call call) {
            call(call.reason(), call.number());
        }
        proceed();
    }

    /** Tells all tasks of the loop something, unless this one has told it. */
    void call(Reason reason, long number) {
        if (number <= called[reason.ordinal()]) {
            return;
        }
        called[reason.ordinal()] = number;
        fanout.mark(loop, new Call(loop, reason, number));
        if (reason == Reason.SUSPEND) {
            holding = false;
        }
        if (head != null) {
            head.onCall(reason, number);
        }
    }

    /** What this task says in rounds has changed: they shall go on until one that says so has shown quiet. */
    void change() {
        call(Reason.ROUNDS, round + 1);
        proceed();
    }

    /** The task is about to pass a barrier. */
    void onBarrier(long checkpointId) {
        if (head != null) {
            call(Reason.BARRIER, checkpointId);
        }
        barrierPassed = Math.max(barrierPassed, checkpointId);
    }

    /** A barrier need not be waited for any more. */
    void onAborted(long checkpointId) {
        barrierPassed = Math.max(barrierPassed, checkpointId);
    }

    /** A lane has delivered its last record. */
    void onEnded(int lane) {
        if (open.get(lane)) {
            open.clear(lane);
            if (head == null && open.isEmpty()) {
                change();
            }
        }
    }

    void onClosed(int lane) {
        onEnded(lane);
        forward.remove(lane);
        returning.remove(lane);
        proceed();
    }

    private void proceed() {
        if (head != null) {
            head.proceed();
            return;
        }
        while (!forward.isEmpty() && forward.isReady() && (round == 0 || returning.isReady())) {
            Round news = forward.take();
            Round returned = round == 0 || returning.isEmpty() ? null : returning.take();
            long heard = returned == null ? news.quiet() : Math.min(news.quiet(), returned.quiet() + 1);
            long opened = Math.max(news.openRound(), returned == null ? 0 : returned.openRound());
            pass(heard, open.isEmpty() ? opened : news.round(), news.eventTime(), news.endRound(), news.holding());
            assert round == news.round() : round + " is not " + news;
        }
    }

    /**
     * Passes the next round on.
     *
     * @param heard how many quiet rounds the tasks before this one know of
     */
    void pass(long heard, long openRound, long eventTime, long endRound, boolean keepOut) {
        round++;
        long records = activity.records();
        quiet = round > 1 && records == recordsBefore && !activity.isPending() ? quiet + 1 : 0;
        recordsBefore = records;
        holding = keepOut && endRound > round;
        fanout.mark(loop, new Round(loop, round, Math.min(quiet, heard), openRound, eventTime, endRound, keepOut));
    }

    /** The rounds have come to an end for now. */
    void rest() {
        holding = false;
    }
}
