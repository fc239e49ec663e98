package dev.millrace.verification.model;

import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Outcome;
import dev.millrace.testkit.contract.Part;
import dev.millrace.testkit.contract.Settled;
import dev.millrace.testkit.contract.Variant;
import java.util.List;

/** What happens, with the ends of all sources, and in how many pieces and how it is run. */
record Story(List<Happening> script, Variant variant) {

    /** The same with each record in a batch of its own, for programs that look at the clock. */
    Story oneByOne() {
        Variant one = new Variant(
                variant.parallelism(),
                false,
                variant.room(),
                variant.bufferMillis(),
                variant.chained(),
                variant.objectReuse(),
                variant.backend(),
                variant.seed(),
                variant.cuts());
        return new Story(script, one);
    }

    Outcome run(Part part) {
        return Settled.run(part, script, variant);
    }
}
