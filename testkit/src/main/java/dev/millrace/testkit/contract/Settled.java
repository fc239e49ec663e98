package dev.millrace.testkit.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plays a script one happening or one batch at a time, each when everything before has been worked off. */
public final class Settled {
    private final Rehearsal rehearsal;
    private final Variant variant;
    private final List<Happening> script;
    private final TreeMap<Integer, Cut> cuts = new TreeMap<>();
    private final TreeSet<Integer> pauses = new TreeSet<>();
    private Cut crash;
    private String crashPath;
    private long crashCheckpoint;
    private int position;

    private Settled(Rehearsal rehearsal, Variant variant, List<Happening> script) {
        this.rehearsal = rehearsal;
        this.variant = variant;
        this.script = script;
        variant.cuts().forEach(cut -> cuts.put(cut.at(), cut));
    }

    /** Plays a script; the ends of sources that are left out are added. */
    public static Outcome run(Part part, List<? extends Happening> script, Variant variant) {
        Program program = new Program(part);
        return run(program, program.complete(script), variant);
    }

    /**
     * @param script with the ends of all sources
     */
    static Outcome run(Program program, List<Happening> script, Variant variant) {
        return Rehearsal.of(program, variant, rehearsal -> new Settled(rehearsal, variant, script).play());
    }

    private Outcome play() throws Exception {
        rehearsal.begin(script);
        rehearsal.stand().go();
        while (crash != null || !cuts.isEmpty() || position < script.size()) {
            if (crash != null && position >= crash.until()) {
                position = crash.at();
                pauses.tailSet(position, false).clear();
                rehearsal.moment(position);
                rehearsal.restore(crashCheckpoint, crashPath, crash.parallelism());
                crash = null;
                rehearsal.stand().go();
            } else if (cuts.containsKey(position)) {
                cut(cuts.remove(position));
            } else {
                happen();
            }
        }
        return rehearsal.end(pauses);
    }

    private void cut(Cut cut) throws Exception {
        switch (cut.fate()) {
            case COMPLETE -> rehearsal.checkpoint();
            case ABORT -> {
                rehearsal.order();
                rehearsal.stand().go();
                rehearsal.stand().abort();
                rehearsal.stand().go();
            }
            case RESTORE -> {
                String path = rehearsal.publish();
                rehearsal.restore(rehearsal.lastCheckpoint(), path, cut.parallelism());
                rehearsal.stand().go();
            }
            case TWICE -> twice();
            case CRASH -> {
                crash = cut;
                crashPath = rehearsal.checkpoint();
                crashCheckpoint = rehearsal.lastCheckpoint();
            }
        }
    }

    /** Goes on from one checkpoint twice: both lives write the same bytes into their next. */
    private void twice() throws Exception {
        String path = rehearsal.publish();
        long checkpoint = rehearsal.lastCheckpoint();
        Map<String, byte[]> first = writtenAfter(checkpoint, path);
        Map<String, byte[]> second = writtenAfter(checkpoint, path);
        first.forEach((task, bytes) -> {
            if (!Arrays.equals(bytes, second.get(task))) {
                throw new AssertionError("task " + task + ", restored twice from the checkpoint after " + position
                        + " happenings, wrote two snapshots that differ");
            }
        });
        rehearsal.stand().abort();
        rehearsal.stand().go();
    }

    private Map<String, byte[]> writtenAfter(long checkpoint, String path) throws Exception {
        rehearsal.restore(checkpoint, path, 1);
        rehearsal.stand().go();
        rehearsal.order(checkpoint + 1);
        rehearsal.stand().go();
        return rehearsal.stand().partBytes(checkpoint + 1);
    }

    private void happen() {
        Happening next = script.get(position++);
        Map<Integer, Integer> more = new TreeMap<>();
        if (next.from() >= 0) {
            more.merge(next.from(), 1, Integer::sum);
        }
        while (variant.batches() && next instanceof Happening.Given given && goesOn(given)) {
            position++;
            more.merge(next.from(), 1, Integer::sum);
        }
        pauses.add(position);
        rehearsal.moment(position);
        if (next instanceof Happening.Tick tick) {
            rehearsal.advance(tick.millis());
        } else if (next instanceof Happening.Outside outside) {
            outside.action().run();
        }
        more.forEach((source, count) -> {
            ScriptReader reader = rehearsal.readers().get(source);
            reader.allow(reader.limit() + count);
        });
        rehearsal.stand().go();
    }

    private boolean goesOn(Happening.Given first) {
        return position < script.size()
                && !cuts.containsKey(position)
                && (crash == null || position < crash.until())
                && script.get(position) instanceof Happening.Given given
                && given.source() == first.source();
    }
}
