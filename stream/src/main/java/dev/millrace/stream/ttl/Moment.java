package dev.millrace.stream.ttl;

import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.StateHandles;

/** The moment of the last use of a state that lives and dies as a whole. */
final class Moment {

    private final LongCell lastUse;
    private final Lives lives;
    private final Runnable clear;
    private Sweep sweep;

    /**
     * @param clear clears the state that the moment belongs to
     */
    Moment(LongCell lastUse, Lives lives, Runnable clear) {
        this.lastUse = lastUse;
        this.lives = lives;
        this.clear = clear;
    }

    /** Sweeps the state's keys from now on. */
    void sweep(StateHandles handles, String state) {
        sweep = new Sweep(handles, state, lives.config().getIncrementalCleanupSize(), () -> {
            if (lives.isOver(lastUse.get(Lives.UNKNOWN))) {
                clear.run();
                lastUse.clear();
            }
        });
    }

    void sweep() {
        try {
            sweep.step();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("what has expired could not be taken away", e);
        }
    }

    /**
     * The value is being read: answers whether its life is over, and forgets the moment then.
     *
     * @param present whether there is a value
     */
    boolean readIsOver(boolean present) {
        long last = lastUse.get(Lives.UNKNOWN);
        if (lives.isOver(last)) {
            lastUse.clear();
            return true;
        }
        if (present && lives.beginsAnew(last)) {
            lastUse.set(lives.now());
        }
        return false;
    }

    /** A value has been written, or taken away by writing nothing. */
    void written(boolean present) {
        if (present) {
            lastUse.set(lives.now());
        } else {
            lastUse.clear();
        }
    }

    void cleared() {
        lastUse.clear();
    }

    boolean showsExpired() {
        return lives.showsExpired();
    }

    /** Whether the life is over of what is about to be added to. */
    boolean isOver() {
        return lives.isOver(lastUse.get(Lives.UNKNOWN));
    }
}
