package dev.millrace.verification.model;

import dev.millrace.check.Check;
import dev.millrace.check.Choices;
import dev.millrace.check.Gen;
import dev.millrace.testkit.contract.Cut;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes stories: time goes on, records come out of order and some of them late, watermarks come as they like and sometimes
 * go back, sources fall idle, the clock goes on; and the run is cut into pieces at parallelisms of 1, 3 and 2.
 */
final class Stories {
    private static final long SEED = Long.getLong(Check.SEED_PROPERTY, 1);
    private static final int SHRINK_ATTEMPTS_MAX = 1_000;
    private static final int SIZE_MAX = 40;
    private static final int KEYS = 3;
    private static final int LEVELS = 12;
    private static final int STEP_MILLIS_MAX = 8;
    private static final int BACK_MILLIS_MAX = 15;
    private static final int TICK_MILLIS_MAX = 9;
    private static final int PIECE_MAX = 10;
    private static final int LOST_MAX = 5;
    private static final int[] WIDTHS = {1, 3, 2};

    private Stories() {}

    /** A check of so many cases in the build; a system property gives more. */
    static Check check(int cases) {
        return Check.cases(Integer.getInteger("millrace.model.cases", cases))
                .withSeed(SEED)
                .withShrinkAttemptsMax(SHRINK_ATTEMPTS_MAX);
    }

    private enum Kind {
        FACT,
        MARK,
        IDLE,
        TICK
    }

    /** A happening whose time has still to be found. */
    private record Beat(Kind kind, int source, int key, int level, int step, int back) {}

    private static Kind kind(Choices choices) {
        int kind = (int) choices.upTo(19);
        if (kind < 12) {
            return Kind.FACT;
        } else if (kind < 16) {
            return Kind.MARK;
        }
        return kind < 17 ? Kind.IDLE : Kind.TICK;
    }

    private static Gen<Beat> beats(int sources) {
        return choices -> new Beat(
                kind(choices),
                (int) choices.upTo(sources - 1L),
                (int) choices.upTo(KEYS - 1L),
                (int) choices.upTo(LEVELS - 1L),
                (int) choices.upTo(STEP_MILLIS_MAX),
                (int) choices.upTo(BACK_MILLIS_MAX));
    }

    /** Scripts of so many sources, with their ends. */
    static Gen<List<Happening>> scripts(int sources) {
        return beats(sources).list(0, SIZE_MAX).map(beats -> script(sources, beats));
    }

    private static List<Happening> script(int sources, List<Beat> beats) {
        List<Happening> script = new ArrayList<>();
        boolean[] idle = new boolean[sources];
        long now = 0;
        for (Beat beat : beats) {
            int source = beat.source();
            now += beat.step();
            boolean falls = beat.kind() == Kind.IDLE && !idle[source];
            script.add(
                    switch (beat.kind()) {
                        case FACT ->
                            new Happening.Given(
                                    source, new Fact("k" + beat.key(), script.size(), beat.level()), now - beat.back());
                        case MARK -> new Happening.Mark(source, now - beat.back());
                        case IDLE -> new Happening.Idle(source, falls);
                        case TICK -> new Happening.Tick(1 + beat.back() % TICK_MILLIS_MAX);
                    });
            idle[source] = beat.kind() == Kind.TICK ? idle[source] : falls;
        }
        for (int source = 0; source < sources; source++) {
            script.add(new Happening.End(source));
        }
        return script;
    }

    /** Stories of so many sources. */
    static Gen<Story> of(int sources) {
        Gen<List<Happening>> scripts = scripts(sources);
        return choices -> {
            List<Happening> script = scripts.generate(choices);
            return new Story(script, variant(choices, script.size()));
        };
    }

    private static Variant variant(Choices choices, int size) {
        Variant variant = Variant.PLAIN
                .withParallelism(width(choices))
                .withCuts(cuts(choices, size))
                .withSeed(choices.upTo(1_000));
        variant = choices.upTo(3) == 3 ? variant.onStore("naive") : variant;
        variant = choices.upTo(3) == 3 ? variant.withObjectReuse() : variant;
        variant = choices.upTo(3) == 3 ? variant.inOneTask() : variant;
        return switch ((int) choices.upTo(7)) {
            case 5 -> variant.inBatches();
            case 6 -> variant.inNarrowChannels();
            case 7 -> variant.inOneBatchChannels();
            default -> variant;
        };
    }

    private static int width(Choices choices) {
        return WIDTHS[(int) choices.upTo(WIDTHS.length - 1L)];
    }

    private static List<Cut> cuts(Choices choices, int size) {
        List<Cut> cuts = new ArrayList<>();
        for (int at = (int) choices.upTo(PIECE_MAX); at <= size; at += 1 + (int) choices.upTo(PIECE_MAX)) {
            switch ((int) choices.upTo(3)) {
                case 0 -> cuts.add(Cut.restore(at, width(choices)));
                case 1 -> {
                    int until = Math.min(size, at + 1 + (int) choices.upTo(LOST_MAX));
                    cuts.add(Cut.crash(at, until, width(choices)));
                    at = until;
                }
                case 2 -> cuts.add(Cut.complete(at));
                default -> cuts.add(Cut.abort(at));
            }
        }
        return cuts;
    }
}
