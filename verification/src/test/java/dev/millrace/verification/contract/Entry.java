package dev.millrace.verification.contract;

import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Part;
import java.util.List;

/**
 * A part of a program that shows an operator.
 *
 * @param ordered whether its results come in one order
 * @param scales whether its results are the same at any parallelism
 */
record Entry(String name, Part part, List<Happening> script, boolean ordered, boolean scales) {

    /** Results in one order, the same at any parallelism. */
    static Entry of(String name, List<Happening> script, Part part) {
        return new Entry(name, part, script, true, true);
    }

    /** Results that may change places between two marks. */
    Entry unordered() {
        return new Entry(name, part, script, false, scales);
    }

    /** Results that depend on which instance sees a record. */
    Entry atOneParallelism() {
        return new Entry(name, part, script, ordered, false);
    }
}
