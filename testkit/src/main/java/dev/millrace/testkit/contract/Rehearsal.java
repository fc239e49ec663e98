package dev.millrace.testkit.contract;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.testkit.law.LawfulChannels;
import dev.millrace.testkit.law.LawfulOperators;
import dev.millrace.testkit.stand.GivenSource;
import dev.millrace.testkit.stand.HandClock;
import dev.millrace.testkit.stand.Stand;
import dev.millrace.testkit.stand.Substitutes;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lives of one part of a program with one script, in one variant. Owned by one thread. */
final class Rehearsal {
    private static final long MEMORY_BYTES = 1L << 30;

    private final Program program;
    private final Variant variant;
    private final FileSystem files;
    private final List<ScriptReader> readers = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Map<Long, Long> times = new TreeMap<>();
    private Board board;
    private int moment;
    private Stand stand;
    private HandClock clock;
    private int lives;
    private long checkpoints;

    Rehearsal(Program program, Variant variant, FileSystem files) {
        this.program = program;
        this.variant = variant;
        this.files = files;
    }

    /** What a play does with a rehearsal, inside its world. */
    interface Play<T> {
        T with(Rehearsal rehearsal) throws Exception;
    }

    /** Makes a world with a rehearsal in it. */
    static <T> T of(Program program, Variant variant, Play<T> play) {
        List<T> played = new ArrayList<>();
        try (World world = new World(variant.seed(), null)) {
            FileSystem files = new SimulatedDisk(world.random()).of(world.process("disk"));
            Rehearsal rehearsal = new Rehearsal(program, variant, files);
            world.process("rehearsal").after(0, () -> {
                try {
                    played.add(play.with(rehearsal));
                } catch (Exception failure) {
                    throw new AssertionError(failure.toString(), failure);
                } finally {
                    rehearsal.close();
                }
            });
            world.run(1, () -> !played.isEmpty());
        }
        return played.get(0);
    }

    /** Begins with a fresh start, waiting for nothing. */
    void begin(List<Happening> script) throws Exception {
        Program.Written written = program.at(variant.parallelism(), variant);
        board = written.board();
        for (int source = 0; source < board.inputs(); source++) {
            int from = source;
            readers.add(new ScriptReader(script.stream()
                    .filter(happening -> happening.from() == from)
                    .toList()));
        }
        for (int result = 0; result < board.results(); result++) {
            results.add(new Result(() -> moment));
        }
        deploy(written, 0, null);
    }

    /** Begins again from a checkpoint. */
    void restore(long checkpointId, String path, int parallelism) throws Exception {
        stand.close();
        readers.forEach(reader -> reader.rewind(checkpointId));
        results.forEach(result -> result.rewind(checkpointId));
        deploy(program.at(parallelism, variant), times.get(checkpointId), path);
    }

    private void deploy(Program.Written written, long millis, String restore) throws Exception {
        Substitutes substitutes = new Substitutes(this::reader, node -> taker(node.name()));
        clock = new HandClock(millis);
        ChannelHub hub = variant.room() == Variant.ROOMY ? new MemoryChannels() : new NarrowChannels(variant.room());
        SteppedHost host = new SteppedHost(
                clock, new LawfulChannels().watch(hub), new MemoryBudget(MEMORY_BYTES), variant.seed() + lives);
        stand = new Stand(
                written.graph(),
                vertex -> LawfulOperators.watch(substitutes.in(vertex)),
                written.types(),
                host,
                clock,
                files);
        lives++;
        stand.deploy(restore);
    }

    private GivenSource<Object> reader(String name) {
        return name.startsWith(Board.INPUT)
                ? new GivenSource<>(readers.get(Integer.parseInt(name.substring(Board.INPUT.length()))))
                : null;
    }

    private OperatorFactory<?, ?> taker(String name) {
        return name.startsWith(Board.RESULT)
                ? results.get(Integer.parseInt(name.substring(Board.RESULT.length())))
                        .taker()
                : null;
    }

    Stand stand() {
        return stand;
    }

    List<ScriptReader> readers() {
        return readers;
    }

    /** So many happenings have been. */
    void moment(int newMoment) {
        moment = newMoment;
    }

    /** The clock goes on; nothing runs yet. */
    void advance(long millis) {
        clock.advance(millis);
        stand.clockMoved();
    }

    /** Orders a checkpoint and answers its id; nothing runs yet. */
    long order() {
        return order(checkpoints + 1);
    }

    /** Orders a checkpoint of an id; nothing runs yet. */
    long order(long id) {
        checkpoints = id;
        times.put(id, clock.millis());
        stand.order(id);
        return id;
    }

    /** Takes a checkpoint and answers its path; it is the last one. */
    String checkpoint() throws IOException {
        String path = publish();
        stand.go();
        return path;
    }

    /** Takes and publishes a checkpoint that no task has heard of yet, and answers its path. */
    String publish() throws IOException {
        order();
        stand.go();
        if (!stand.isTaken()) {
            throw new AssertionError("checkpoint " + checkpoints + " was not taken after " + moment + " happenings");
        }
        return stand.publish();
    }

    long lastCheckpoint() {
        return checkpoints;
    }

    /** Lets the job come to its end; its sources have ended. */
    Outcome end(TreeSet<Integer> pauses) throws IOException {
        for (int round = 0; !stand.isEnded(); round++) {
            if (round == 5) {
                throw new AssertionError("the job does not end though its input has");
            }
            checkpoint();
            advance(1);
            stand.go();
        }
        List<List<Item>> items = results.stream().map(Result::items).toList();
        List<List<String>> outside = board.outside().stream()
                .map(what -> what.get().stream().map(String::valueOf).toList())
                .toList();
        return new Outcome(items, outside, pauses);
    }

    private void close() {
        if (stand != null) {
            stand.close();
        }
    }
}
