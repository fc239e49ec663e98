package dev.millrace.testkit.simulation;

import dev.millrace.core.connector.StatefulSource;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.plan.Vertex;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.law.BrokenLaw;
import dev.millrace.testkit.law.Interference;
import dev.millrace.testkit.law.LawfulOperators;
import dev.millrace.testkit.outside.Outside;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.World;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One job in one world: it is submitted, befallen by faults, perhaps stopped and submitted again, and must end. */
final class Simulation {
    /** When faults have ended, a job has so long to end; a lost task manager alone takes half a minute to be given up. */
    private static final long LIVENESS_MILLIS = 300_000;

    private static final String JOB = "simulated";
    private static final String CHECKPOINTS = "/checkpoints";
    private static final int MAX_PARALLELISM = 16;
    private static final long QUIET_MILLIS = 2_000;
    private static final int LIVES_MAX = 12;

    private static final Predicate<String> RUN =
            Pattern.compile(CHECKPOINTS + "/" + JOB + "/[^/]+").asMatchPredicate();

    private final SimulationProgram program;
    private final Parts parts;
    private final Scenario scenario;
    private final SplittableRandom random;
    private final World world;
    private final SimulatedDisk disk;
    private final Chaos chaos;
    private final Fate fate;
    private final ClassLoader userClasses = Thread.currentThread().getContextClassLoader();
    private int generation;

    private Simulation(SimulationProgram program, long seed, List<Fault> faults, Parts parts, Consumer<String> reader) {
        this.parts = parts;
        this.program = program;
        this.scenario = Scenario.of(seed);
        this.random = new SplittableRandom(~seed);
        this.world = new World(seed, reader);
        this.disk = world.shared(
                SimulatedDisk.class, () -> new SimulatedDisk(world.random().split()));
        this.chaos = new Chaos(world);
        world.shared(Interference.class, () -> chaos);
        this.fate = new Fate(world, disk, chaos, scenario.size().network(), faults);
    }

    /**
     * Runs a program in the world of a seed.
     *
     * @param reader gets a line for each thing that happens; null when nobody reads
     * @throws AssertionError when a law is broken or the job does not end
     */
    static Outcome run(SimulationProgram program, long seed, List<Fault> faults, Parts parts, Consumer<String> reader) {
        Simulation simulation = new Simulation(program, seed, faults, parts, reader);
        try (World world = simulation.world) {
            simulation.live();
            return new Outcome(
                    seed,
                    world.trace().hash(),
                    world.trace().events(),
                    world.nowMillis(),
                    Outside.of(world),
                    simulation.disk);
        }
    }

    private void live() {
        String restore = null;
        boolean ended = false;
        while (!ended) {
            boolean last = ++generation >= scenario.lives();
            require(generation <= LIVES_MAX, "ends within " + LIVES_MAX + " lives");
            Cluster cluster = new Cluster(world, disk, scenario.size(), parts, userClasses, generation);
            JobHandle job = cluster.submit(graph(restore));
            CompletableFuture<JobHandle.JobEnd> end = job.end();
            fate.plan(cluster, random.nextInt(scenario.faultsPerLifeMax() + 1), scenario.lifeMillisMax());
            restore = CheckpointSettings.LATEST;
            world.run(random.nextLong(scenario.lifeMillisMax()), end::isDone);
            if (last) {
                ended = end(cluster, job, end);
            } else if (end.isDone() && job.status() == JobStatus.FINISHED) {
                ended = finished(cluster, job, end);
            } else if (!end.isDone()) {
                String path = leave(cluster, job, end);
                restore = path == null ? restore : path;
            }
            cluster.crash();
            ended |= hasFinished();
        }
    }

    /** Whether the checkpoints of a run are gone: they go when the job has finished, and nobody submits it again then. */
    private boolean hasFinished() {
        return disk.removedDirectories().stream().anyMatch(RUN);
    }

    /** The job must come to its end now, unless it failed before; then somebody submits it again. */
    private boolean end(Cluster cluster, JobHandle job, CompletableFuture<JobHandle.JobEnd> end) {
        boolean failedBefore = end.isDone() && job.status() == JobStatus.FAILED;
        fate.end(cluster);
        if (failedBefore) {
            return false;
        }
        boolean done = world.run(LIVENESS_MILLIS, end::isDone);
        require(done, "ends within " + LIVENESS_MILLIS + " ms after the last fault; it is " + job.status());
        if (job.status() == JobStatus.FAILED) {
            Throwable why = end.handle((fine, thrown) -> thrown).join();
            require(String.valueOf(why.getMessage()).contains("simulated"), "fails only for faults: " + why);
            return false;
        }
        return finished(cluster, job, end);
    }

    private boolean finished(Cluster cluster, JobHandle job, CompletableFuture<JobHandle.JobEnd> end) {
        require(job.status() == JobStatus.FINISHED, "finishes; it is " + job.status());
        require(!end.isCompletedExceptionally(), "ends well");
        fate.end(cluster);
        world.run(QUIET_MILLIS, () -> false);
        require(cluster.runningTasks() == 0, "leaves no task running, but " + cluster.runningTasks());
        return true;
    }

    /** The cluster goes away before the job has ended; answers the path of a last checkpoint, or null. */
    private String leave(Cluster cluster, JobHandle job, CompletableFuture<JobHandle.JobEnd> end) {
        switch (random.nextInt(3)) {
            case 0 -> {
                return null;
            }
            case 1 -> {
                world.note("user", "cancels", 0);
                CompletableFuture<Void> cancelled = job.cancel();
                world.run(random.nextInt(1_000), cancelled::isDone);
                return null;
            }
            default -> {
                world.note("user", "stops", 0);
                CompletableFuture<String> stop = job.stop(false);
                world.run(random.nextInt(5_000), () -> stop.isDone() && end.isDone());
                return stop.isDone() && !stop.isCompletedExceptionally() ? stop.join() : null;
            }
        }
    }

    private JobGraph graph(String restore) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1 + random.nextInt(scenario.parallelismMax()));
        environment.setMaxParallelism(MAX_PARALLELISM);
        environment.enableCheckpointing(scenario.checkpointMillis());
        environment.setBufferTimeout(scenario.bufferTimeoutMillis());
        if (!scenario.chaining()) {
            environment.disableOperatorChaining();
        }
        try {
            program.write(environment);
        } catch (Exception failed) {
            throw new IllegalArgumentException("the program could not be written: " + failed, failed);
        }
        JobGraph graph = environment.getJobGraph(JOB);
        refuseLoops(graph);
        JobSettings settings = graph.settings();
        CheckpointSettings checkpoints = new CheckpointSettings(
                scenario.checkpointMillis(),
                scenario.checkpointTimeoutMillis(),
                0,
                Integer.MAX_VALUE,
                CHECKPOINTS,
                true,
                restore,
                false);
        JobSettings simulated = new JobSettings(
                checkpoints,
                new RestartStrategy.FixedDelay(Integer.MAX_VALUE, 10),
                settings.objectReuse(),
                settings.autoWatermarkIntervalMillis(),
                scenario.stateBackend(),
                settings.types(),
                settings.globalParameters(),
                settings.cachedFiles());
        return LawfulOperators.watch(new JobGraph(graph.name(), graph.vertices(), graph.edges(), simulated));
    }

    /** Source functions keep a thread in a loop of the user's, which sleeps and takes locks behind the simulation's back. */
    private static void refuseLoops(JobGraph graph) {
        for (Vertex vertex : graph.vertices()) {
            if (vertex.source() != null && vertex.source().source() instanceof StatefulSource) {
                throw new IllegalArgumentException("source '" + vertex.source().name()
                        + "' is a source function, whose loop has a thread of its own that no seed steers; simulate"
                        + " the job with a Source (fromSequence, fromData, fromSource) in its place, and run the"
                        + " source function in a test of its own");
            }
        }
    }

    private void require(boolean lawful, String what) {
        if (!lawful) {
            throw new BrokenLaw("the job " + what);
        }
    }
}
