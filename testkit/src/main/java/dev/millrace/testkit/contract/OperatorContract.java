package dev.millrace.testkit.contract;

import dev.millrace.testkit.contract.Comparison.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every operator keeps: the same results whether records come one by one or in batches, whether its steps stop inside a
 * batch, wherever it is saved and restored, on whichever store, with copies or without, and at whichever parallelism.
 *
 * <pre>{@code
 * new OperatorContract(board -> board.result(board.<Long>input(0).map(n -> n + 1)), script, true, true).verify();
 * }</pre>
 */
public final class OperatorContract {
    /** How many happenings a crash takes back at most. */
    private static final int STRIDE_MAX = 3;

    private static final int[] WIDTHS = {3, 2, 1, 2, 3, 1};

    private final Program program;
    private final List<Happening> script;
    private final Likeness likeness;
    private final boolean scales;
    private final Outcome plain;

    /**
     * @param script what happens; ends of sources that are left out are added
     * @param ordered whether results come in one order; where not, they may change places between two marks
     * @param scales whether results are the same at any parallelism, but for their order
     */
    public OperatorContract(Part part, List<? extends Happening> script, boolean ordered, boolean scales) {
        this.program = new Program(part);
        this.script = program.complete(script);
        this.likeness = ordered ? Likeness.SEQUENCE : Likeness.EPOCHS;
        this.scales = scales;
        this.plain = Settled.run(program, this.script, Variant.PLAIN);
    }

    /** What comes out when nothing disturbs it. */
    public Outcome plain() {
        return plain;
    }

    /** The classes of the operators of a part of a program, and of all that travels with them. */
    public static Set<Class<?>> classes(Part part) {
        return Census.of(new Program(part).at(1, Variant.PLAIN).graph());
    }

    /** Fails with the first law that is broken. */
    public void verify() {
        laws().forEach((name, law) -> law.run());
    }

    /** Each law with its name. */
    public Map<String, Runnable> laws() {
        Map<String, Runnable> laws = new LinkedHashMap<>();
        laws.put("batches", () -> same("in batches", Variant.PLAIN.inBatches()));
        laws.put(
                "a step that stops inside a batch", () -> same("in narrow channels", Variant.PLAIN.inNarrowChannels()));
        laws.put("a channel for one batch", () -> same("in one-batch channels", Variant.PLAIN.inOneBatchChannels()));
        laws.put("one task", this::oneTask);
        laws.put(
                "no copies",
                () -> same("with object reuse", Variant.PLAIN.inBatches().withObjectReuse()));
        laws.put("the other store", () -> same("on the naive store", Variant.PLAIN.onStore("naive")));
        laws.put("checkpoints", this::checkpoints);
        laws.put("a restore anywhere", this::restores);
        laws.put("a crash anywhere", this::crashes);
        laws.put("a snapshot restored twice", this::twice);
        if (scales) {
            laws.put("another parallelism", this::scaled);
        }
        return laws;
    }

    private void same(String how, Variant variant) {
        compare(how, variant, likeness);
    }

    private void compare(String how, Variant variant, Likeness alike) {
        Outcome outcome;
        try {
            outcome = Settled.run(program, script, variant);
        } catch (AssertionError failure) {
            throw new AssertionError(how + ": " + failure.getMessage(), failure);
        }
        Comparison.require(how, plain, outcome, alike);
    }

    private void oneTask() {
        same("in one task", Variant.PLAIN.inOneTask());
        same("in one task and narrow channels", Variant.PLAIN.inOneTask().inNarrowChannels());
    }

    /** Checkpoints change nothing, whether they come to be or not. */
    private void checkpoints() {
        List<Cut> cuts = new ArrayList<>();
        for (int at = 0; at <= script.size(); at++) {
            cuts.add(at % 3 == 1 ? Cut.complete(at) : Cut.abort(at));
        }
        same("with checkpoints given up", Variant.PLAIN.withCuts(cuts));
        same(
                "with checkpoints given up, on the naive store",
                Variant.PLAIN.onStore("naive").withCuts(cuts));
    }

    private void restores() {
        same("restored after each happening", Variant.PLAIN.withCuts(restoredEach(1)));
        same("restored now and then, in one task", Variant.PLAIN.inOneTask().withCuts(restoredEach(3)));
        same(
                "restored now and then, on the naive store",
                Variant.PLAIN.onStore("naive").withCuts(restoredEach(3)));
    }

    private List<Cut> restoredEach(int step) {
        List<Cut> cuts = new ArrayList<>();
        for (int at = 0; at <= script.size(); at += step) {
            cuts.add(Cut.restore(at, 1));
        }
        return cuts;
    }

    /** From each checkpoint a crash later on goes back to it; a run has those that do not lie within each other. */
    private void crashes() {
        for (int first = 0; first < STRIDE_MAX; first++) {
            List<Cut> cuts = new ArrayList<>();
            for (int at = first; at < script.size(); ) {
                int until = Math.min(script.size(), at + 1 + (at + first) % STRIDE_MAX);
                cuts.add(Cut.crash(at, until, 1));
                at = until;
            }
            same("crashed and gone back as in " + cuts, Variant.PLAIN.withCuts(cuts));
        }
    }

    private void twice() {
        List<Cut> cuts = new ArrayList<>();
        for (int at = 0; at <= script.size(); at += 5) {
            cuts.add(Cut.twice(at));
        }
        same("restored twice", Variant.PLAIN.withCuts(cuts));
    }

    private void scaled() {
        List<Cut> cuts = new ArrayList<>();
        for (int at = 0; at <= script.size(); at += 2) {
            cuts.add(Cut.restore(at, WIDTHS[at / 2 % WIDTHS.length]));
        }
        alike("at parallelism 3", Variant.PLAIN.withParallelism(3));
        alike(
                "at parallelism 3 in narrow channels",
                Variant.PLAIN.withParallelism(3).inNarrowChannels());
        alike("restored at another parallelism again and again", Variant.PLAIN.withCuts(cuts));
        alike(
                "restored in other tasks again and again",
                Variant.PLAIN.inOneTask().withCuts(cuts));
        int third = script.size() / 3;
        alike(
                "restored at 3 and 2",
                Variant.PLAIN.withCuts(
                        List.of(Cut.crash(third, 2 * third, 3), Cut.crash(2 * third, script.size(), 2))));
    }

    private void alike(String how, Variant variant) {
        compare(how, variant, Likeness.EPOCHS);
    }
}
