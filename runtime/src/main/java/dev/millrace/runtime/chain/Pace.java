package dev.millrace.runtime.chain;

import dev.millrace.core.operator.Paced;
import java.util.List;

/** Whether the operators of a chain can take a record now, and from which input. Owned by the task's thread. */
public final class Pace {
    /** The pace of a chain whose operators take everything. */
    static final Pace FREE = new Pace(null, List.of());

    private final Paced head;
    private final Paced[] all;

    /**
     * @param head the operator that heads the chain, or null when it takes everything
     * @param all the operators that have a say
     */
    Pace(Paced head, List<Paced> all) {
        this.head = head;
        this.all = all.toArray(Paced[]::new);
    }

    /** Whether a record of this input may come. */
    public boolean admits(int input) {
        for (Paced paced : all) {
            if (!paced.ready()) {
                return false;
            }
        }
        return head == null || head.wants() == Paced.ANY || head.wants() == input;
    }

    /** Whether an operator still works on records that it was given. */
    public boolean isPending() {
        for (Paced paced : all) {
            if (paced.isPending()) {
                return true;
            }
        }
        return false;
    }

    /** Whether records may always come. */
    public boolean isFree() {
        return all.length == 0;
    }

    /** Whether any record may come. */
    public boolean isReady() {
        for (Paced paced : all) {
            if (!paced.ready()) {
                return false;
            }
        }
        return true;
    }
}
