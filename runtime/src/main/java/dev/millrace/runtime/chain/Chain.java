package dev.millrace.runtime.chain;

import dev.millrace.core.element.Batch;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.operator.Paced;
import dev.millrace.core.plan.OperatorNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * The operators of a task, each behind the one it reads. Work that an operator has of its own is done from the last operator
 * to the first, so that nothing comes to an operator before its own work is done. Owned by the task's thread.
 */
public final class Chain {
    private enum EndStage {
        WATERMARK,
        FINISH,
        FLUSH
    }

    private final OperatorLink[] links;
    private final ChainOutput source;
    private final Brake brake;
    private final Pace pace;
    private int ending;
    private EndStage endStage = EndStage.WATERMARK;

    Chain(OperatorLink[] links, ChainOutput source, Brake brake) {
        this.links = links;
        this.source = source;
        this.brake = brake;
        List<Paced> paced = new ArrayList<>();
        for (OperatorLink link : links) {
            if (link.operator() instanceof Paced one) {
                paced.add(one);
            }
        }
        if (paced.isEmpty()) {
            this.pace = Pace.FREE;
        } else {
            this.pace = new Pace(links[0].operator() instanceof Paced first ? first : null, paced);
        }
        if (links.length > 0 && source == null) {
            links[0].heads(pace);
        }
    }

    /** The links, in order. */
    List<OperatorLink> links() {
        return Arrays.asList(links);
    }

    /** Where the task's source emits; null when the task has inputs. */
    public ChainOutput source() {
        return source;
    }

    public Pace pace() {
        return pace;
    }

    /** Gives rows of a batch to the head, up to the batch's end or until the brake is pulled; answers the next row. */
    public int onRows(int input, Batch batch, int from) {
        return links[0].onRows(input, batch, from);
    }

    /** Whether something has to be done before the next record: the brake is pulled, or an operator has work of its own. */
    public boolean isHeldUp() {
        return brake.isPulled() || isBusy();
    }

    /**
     * The last record of the selected key has come to the head, as there is one key at a time: does a slice of what time
     * brings at its end, and then gives up its state. Called until it answers true.
     */
    public boolean endKey(int slice) {
        return links[0].endKey(slice);
    }

    /** Event time of the inputs comes to {@code timestamp}. */
    public void onWatermark(long timestamp) {
        heads(link -> link.onWatermark(timestamp));
    }

    /** The inputs go idle, all of them, or become active. */
    public void onIdle(boolean idle) {
        heads(link -> link.onIdle(idle));
    }

    private void heads(Consumer<OperatorLink> action) {
        for (OperatorLink link : links) {
            if (link.node().upstream() == OperatorNode.INPUTS) {
                action.accept(link);
            }
        }
    }

    /** Whether an operator has work of its own, so that no input may come. */
    public boolean isBusy() {
        for (OperatorLink link : links) {
            if (link.isBusy()) {
                return true;
            }
        }
        return false;
    }

    /** Does a slice of the work of the last busy operator. */
    public void advance(int slice) {
        for (int place = links.length - 1; place >= 0; place--) {
            if (links[place].isBusy()) {
                brake.release();
                links[place].advance(slice);
                return;
            }
        }
    }

    /**
     * Ends the operators in order, a step at a time: event time comes to its end, the operator finishes, what it still emits
     * is passed on; then the next. Called when nothing is busy, until it answers true.
     */
    public boolean end() {
        while (ending < links.length) {
            OperatorLink link = links[ending];
            if (link.isFinished()) {
                ending++;
                continue;
            }
            switch (endStage) {
                case WATERMARK -> {
                    endStage = EndStage.FINISH;
                    link.quiet();
                    link.onWatermark(Long.MAX_VALUE);
                }
                case FINISH -> {
                    if (link.life().finish()) {
                        endStage = EndStage.FLUSH;
                    }
                }
                case FLUSH -> {
                    endStage = EndStage.WATERMARK;
                    ending++;
                }
            }
            if (isBusy() || endStage == EndStage.FINISH) {
                return false;
            }
        }
        return true;
    }

    /** Whether all operators had finished before they were restored. */
    public boolean wasFinished() {
        return links().stream().allMatch(OperatorLink::isFinished);
    }

    /** Whether an operator has emitted its last results, so that it must not finish again. */
    public boolean hasFinishedOne() {
        return ending > 0 || endStage == EndStage.FLUSH;
    }

    /** The data has ended, however: from now on no operator passes a mark on, and none is called for the clock's sake. */
    public void quiet() {
        for (OperatorLink link : links) {
            link.quiet();
        }
        if (source != null) {
            source.end();
        }
    }

    /** Shows how many records have come to each operator and gone from it. */
    public void count() {
        for (OperatorLink link : links) {
            link.count();
        }
    }

    /**
     * How each operator does.
     *
     * @param late gives for an operator's name how many records it dropped because they came too late
     */
    public List<OperatorFacts> facts(ToLongFunction<String> late) {
        List<OperatorFacts> facts = new ArrayList<>();
        for (OperatorLink link : links) {
            facts.add(link.facts(late.applyAsLong(link.node().name())));
        }
        return facts;
    }

    /** The inputs have been stopped. */
    public void suspend() {
        for (OperatorLink link : links) {
            link.life().suspend();
        }
    }

    /** A barrier is about to pass. */
    public void beforeBarrier(long checkpointId) {
        for (OperatorLink link : links) {
            link.life().beforeBarrier(checkpointId);
        }
    }

    /** Goes on from the watermarks of the snapshot: those that were due then, and those that other tasks have to hear again. */
    public void resumeWatermarks(long ofInputs) {
        onWatermark(ofInputs);
        if (source != null) {
            source.repeat();
        }
        for (OperatorLink link : links) {
            link.output().repeat();
        }
    }

    /** Tells the operators that a checkpoint has been published. */
    public void checkpointComplete(long checkpointId) {
        for (OperatorLink link : links) {
            link.life().checkpointEnded(checkpointId, true);
        }
    }

    /** Tells the operators that a checkpoint will never complete. */
    public void checkpointAborted(long checkpointId) {
        for (OperatorLink link : links) {
            link.life().checkpointEnded(checkpointId, false);
        }
    }

    /** Tells the operators how far their reports on a channel have been taken. */
    public void reportTaken(String channel, long position) {
        for (OperatorLink link : links) {
            link.life().reportTaken(channel, position);
        }
    }

    /** Closes all operators, from first to last, also when one of them fails; the first failure is thrown at the end. */
    public void close() throws Exception {
        Exception first = null;
        for (OperatorLink link : links) {
            try {
                link.close();
            } catch (Throwable failure) {
                OperatorFailure named = OperatorFailure.in(link.node().name(), failure);
                if (first == null) {
                    first = named;
                } else {
                    first.addSuppressed(named);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
