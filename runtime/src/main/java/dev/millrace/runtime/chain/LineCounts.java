package dev.millrace.runtime.chain;

import dev.millrace.core.operator.Inlined;
import java.util.List;

/** Works out how many records each operator of a line has passed on: a line counts only where records are dropped. */
final class LineCounts {
    /** Of an operator that begins no line. */
    static final LineCounts NONE = new LineCounts(List.of());

    private final List<OperatorLink> members;
    private final long[] passed;

    /**
     * @param members the operators of the line in order
     */
    LineCounts(List<OperatorLink> members) {
        this.members = members;
        this.passed = new long[members.size()];
    }

    /** Where the line counts, by place, the records that a filter let pass. */
    long[] passed() {
        return passed;
    }

    /** Tells the members' outputs, which feed the next member; the last one's output counts by itself. */
    void settle() {
        for (int place = 0; place + 1 < members.size(); place++) {
            OperatorLink member = members.get(place);
            boolean filters = member.node().factory().inlined() instanceof Inlined.Filtered;
            long out = filters ? passed[place] : member.records();
            member.output().counted(out);
        }
    }
}
