package dev.millrace.testkit.simulation;

import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.testkit.law.BrokenLaw;
import dev.millrace.testkit.law.Interference;
import dev.millrace.testkit.outside.Outside;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.Incident;
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

    private static final long QUIET_MILLIS = 2_000;
    private static final int LIVES_MAX = 20;
    /** The whole cluster dies at most so often more than the scenario has lives. */
    private static final int CRASHED_LIVES_MAX = 3;

    private static final Predicate<String> RUN = Pattern.compile(
                    SimulatedJob.CHECKPOINTS + "/" + SimulatedJob.NAME + "/[^/]+")
            .asMatchPredicate();

    private final Parts parts;
    private final Scenario scenario;
    private final SplittableRandom random;
    private final World world;
    private final SimulatedDisk disk;
    private final Fate fate;
    private final SimulatedJob program;
    private int generation;

    private Simulation(SimulationProgram program, long seed, List<Fault> faults, Parts parts, Consumer<String> reader) {
        this.parts = parts;
        this.scenario = Scenario.of(seed);
        this.random = new SplittableRandom(~seed);
        this.world = new World(seed, reader);
        this.disk = world.shared(
                SimulatedDisk.class, () -> new SimulatedDisk(world.random().split()));
        Chaos chaos = new Chaos(world);
        world.shared(Interference.class, () -> chaos);
        this.fate = new Fate(world, disk, chaos, scenario.size().network(), faults);
        this.program = new SimulatedJob(program, scenario, world, random);
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
            return new Outcome(seed, world, simulation.disk);
        }
    }

    /**
     * Runs a program in the world of a seed until somebody drains it; the job is then submitted again, from the checkpoint
     * that it stopped with, and has nothing to do any more.
     */
    static Outcome drain(SimulationProgram program, long seed, List<Fault> faults) {
        Simulation simulation = new Simulation(program, seed, faults, Parts.SOUND, null);
        try (World world = simulation.world) {
            simulation.liveUntilDrained();
            return new Outcome(seed, world, simulation.disk);
        }
    }

    /** A cluster and the job that it runs. */
    private record Life(Cluster cluster, JobGraph graph, JobHandle job, CompletableFuture<JobHandle.JobEnd> end) {
        JobStatus status() {
            return job.status();
        }

        boolean isOver() {
            return end.isDone() || cluster.isGone();
        }
    }

    private Life begin(String restore) {
        require(++generation <= LIVES_MAX, "ends within " + LIVES_MAX + " lives");
        Cluster cluster = new Cluster(world, disk, scenario.size(), parts, fate::entered, generation);
        boolean again = disk.names().stream().anyMatch(name -> name.endsWith("/manifest"));
        JobGraph graph = program.graph(restore, again);
        JobHandle job = cluster.submit(graph);
        Life life = new Life(cluster, graph, job, job.end());
        boolean mayDie = generation < scenario.lives() + CRASHED_LIVES_MAX;
        long millis = 1 + random.nextLong(scenario.lifeMillisMax());
        fate.plan(cluster, mayDie, random.nextInt(scenario.faultsPerLifeMax() + 1), millis);
        world.run(millis, life::isOver);
        if (life.status() == JobStatus.RUNNING) {
            program.runs(graph);
        }
        return life;
    }

    private void live() {
        String restore = null;
        boolean ended = false;
        while (!ended) {
            Life life = begin(restore);
            restore = CheckpointSettings.LATEST;
            if (life.end.isDone() && life.status() == JobStatus.FAILED) {
                fate.end();
                requireExplained(life);
            } else if (!life.cluster.isGone()) {
                if (life.end.isDone() || generation >= scenario.lives()) {
                    ended = end(life);
                } else {
                    String path = leave(life);
                    restore = path == null ? restore : path;
                }
            }
            life.cluster.crash();
            ended |= hasFinished();
        }
    }

    /** Whether the checkpoints of a run are gone: they go when the job has finished, and nobody submits it again then. */
    private boolean hasFinished() {
        return disk.removedDirectories().stream().anyMatch(RUN);
    }

    /** The job must come to its end now, unless it fails for what has befallen it; then somebody submits it again. */
    private boolean end(Life life) {
        fate.end();
        boolean done = world.run(LIVENESS_MILLIS, life.end::isDone);
        require(done, "ends within " + LIVENESS_MILLIS + " ms after the last fault; it is " + life.status());
        if (life.status() == JobStatus.FAILED) {
            requireExplained(life);
            return false;
        }
        require(life.status() == JobStatus.FINISHED, "finishes; it is " + life.status());
        require(!life.end.isCompletedExceptionally(), "ends well");
        requireNoTask(life);
        return true;
    }

    /** A job fails for a fault, or because it asks for what its state cannot do. */
    private void requireExplained(Life life) {
        Throwable why = life.end.handle((fine, thrown) -> thrown).join();
        boolean explained = String.valueOf(why.getMessage()).contains("simulated: ") || program.isRefusal(why);
        require(explained, "fails only for faults: " + why);
    }

    private void requireNoTask(Life life) {
        world.run(QUIET_MILLIS, () -> false);
        int tasks = life.cluster.runningTasks();
        require(tasks == 0, "leaves no task running, but " + tasks);
    }

    /** The user has enough of this life, before the job has ended; answers the path of a last checkpoint, or null. */
    private String leave(Life life) {
        int how = random.nextInt(5);
        if (how >= 3) {
            fate.end(); // what is asked for then has to happen
        }
        return switch (how) {
            case 0 -> null;
            case 1, 3 -> cancel(life, how == 3);
            default -> stop(life, how == 4);
        };
    }

    /**
     * @param surely whether no fault comes in between any more
     */
    private String cancel(Life life, boolean surely) {
        world.note("user", "cancels", 0);
        world.befell(Incident.CANCELLED);
        CompletableFuture<Void> cancelled = life.job.cancel();
        world.run(surely ? LIVENESS_MILLIS : random.nextInt(1_000), () -> cancelled.isDone() || life.cluster.isGone());
        if (surely) {
            require(cancelled.isDone() && life.end.isDone(), "is cancelled; it is " + life.status());
            requireNoTask(life);
        }
        return null;
    }

    private String stop(Life life, boolean surely) {
        world.note("user", "stops", 0);
        world.befell(Incident.STOPPED);
        CompletableFuture<String> stop = life.job.stop(false);
        world.run(
                surely ? LIVENESS_MILLIS : random.nextInt(5_000),
                () -> stop.isDone() && (stop.isCompletedExceptionally() || life.end.isDone()) || life.cluster.isGone());
        if (surely) {
            require(stop.isDone(), "stops or says why not; it is " + life.status());
        }
        if (!stop.isDone() || stop.isCompletedExceptionally()) {
            return null;
        }
        if (surely) {
            require(life.status() == JobStatus.FINISHED, "has finished once it has stopped; it is " + life.status());
            requireNoTask(life);
        }
        return stop.join();
    }

    private void liveUntilDrained() {
        String restore = null;
        String path = null;
        for (boolean ended = false; !ended; restore = CheckpointSettings.LATEST) {
            Life life = begin(restore);
            if (!life.cluster.isGone()) {
                fate.end();
                path = drained(life);
                ended = end(life);
            }
            life.cluster.crash();
        }
        if (path != null) {
            world.befell(Incident.STOPPED);
            requireNothingLeft(path);
        }
    }

    /** Asks until the job is drained; answers the path of its last checkpoint, or null when it has ended by itself. */
    private String drained(Life life) {
        long until = world.nowMillis() + LIVENESS_MILLIS;
        while (!life.end.isDone()) {
            CompletableFuture<String> stop = life.job.stop(true);
            world.run(LIVENESS_MILLIS, stop::isDone);
            require(world.nowMillis() < until, "drains within " + LIVENESS_MILLIS + " ms; it is " + life.status());
            if (stop.isDone() && !stop.isCompletedExceptionally()) {
                return stop.join();
            }
        }
        return null;
    }

    private void requireNothingLeft(String path) {
        Outside outside = Outside.of(world);
        int before = outside.size();
        Life again = begin(path);
        while (again.cluster.isGone() || !end(again)) {
            again.cluster.crash();
            again = begin(path);
        }
        require(outside.size() == before, "commits nothing after it was drained, but " + (outside.size() - before));
    }

    private void require(boolean lawful, String what) {
        if (!lawful) {
            throw new BrokenLaw("the job " + what);
        }
    }
}
