package dev.millrace.benchmarks.workload;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Runs workloads on the engine of the class path, whole jobs one after another: so many for warming up, then as many as fill
 * the time that is measured. Writes one line per job of name=value pairs, and nothing else, to the standard output.
 */
public final class Measure {
    /** What stands between the lists of two workloads. */
    public static final String NEXT = "--";

    private final Engine engine;
    private final JobTimer timer;
    private final Deque<String> given;

    private Measure(Engine engine, JobTimer timer, String[] args) {
        this.engine = engine;
        this.timer = timer;
        this.given = new ArrayDeque<>(Arrays.asList(args));
    }

    /**
     * Arguments in this order: workload, records, parallelism, reuse, buffer timeout in ms, scratch folder, warm-up jobs,
     * least seconds of warm-up, least seconds that are measured; and, if they are other than those of the jobs that are
     * measured, the records of a warm-up job; and, if checkpoints are other than the workload asks for, the milliseconds from
     * one to the next. Several workloads, one after another in one process, are several lists with {@value #NEXT} between.
     */
    public static void main(String[] args) {
        PrintStream lines = takeOutput();
        int status = 0;
        try {
            Engine engine = ServiceLoader.load(Engine.class)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no engine on the class path"));
            new Measure(engine, new JobTimer(lines), args).all();
            engine.stop();
        } catch (Exception | Error failure) {
            failure.printStackTrace(System.err);
            status = 1;
        }
        // engines leave threads behind, also when they are stopped
        System.exit(status);
    }

    /** The standard output, for lines only: whatever an engine prints from now on is no part of the protocol. */
    public static PrintStream takeOutput() {
        PrintStream lines = System.out;
        System.setOut(System.err);
        return lines;
    }

    private void all() throws Exception {
        one();
        while (NEXT.equals(given.poll())) {
            one();
        }
    }

    private void one() throws Exception {
        Setup setup = Setup.of(
                Workload.named(given.pop()),
                Long.parseLong(given.pop()),
                Integer.parseInt(given.pop()),
                Boolean.parseBoolean(given.pop()),
                Long.parseLong(given.pop()),
                Path.of(given.pop()));
        int warmUps = Integer.parseInt(given.pop());
        double warmSeconds = Double.parseDouble(given.pop());
        double seconds = Double.parseDouble(given.pop());
        long warmUpRecords = isGivenMore() ? Long.parseLong(given.pop()) : setup.records();
        if (isGivenMore()) {
            setup = setup.withCheckpoints(Long.parseLong(given.pop()));
        }
        jobs(setup.with(warmUpRecords), warmUps, warmSeconds, setup, seconds);
    }

    private boolean isGivenMore() {
        return !given.isEmpty() && !given.peek().equals(NEXT);
    }

    private void jobs(Setup warmUp, int warmUps, double warmSeconds, Setup measured, double seconds) throws Exception {
        for (Setup setup : List.of(warmUp, measured)) {
            if (setup.workload().task() == Task.WORDS) {
                WordText.in(setup.scratch(), setup.records());
            }
        }
        double spent = 0;
        for (int i = 0; i < warmUps || spent < warmSeconds; i++) {
            spent += job("warm-up", warmUp);
        }
        spent = 0;
        do {
            System.gc();
            spent += job("job", measured);
        } while (spent < seconds);
    }

    private double job(String kind, Setup setup) throws Exception {
        return timer.time(kind, setup.workload().name(), setup.records(), () -> {
            engine.run(setup);
            return engine.note();
        });
    }
}
