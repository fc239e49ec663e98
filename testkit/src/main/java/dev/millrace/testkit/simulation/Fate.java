package dev.millrace.testkit.simulation;

import dev.millrace.testkit.storage.DiskWeather;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets faults befall a cluster, at moments that chance chooses, until they end. */
final class Fate {
    private static final long HOUR_MILLIS = 3_600_000;
    /** One fault in so many is a crash at a chosen moment, besides those that chance chooses as one among all faults. */
    private static final int AIMED_OF = 5;

    /** All phases; those twice that come seldom. */
    private static final List<Phase> AIMS = Stream.concat(
                    Stream.of(Phase.values()), Stream.of(Phase.RESTORE, Phase.ALIGNMENT, Phase.COMMIT))
            .toList();

    /** How long user code and the disk dawdle at most so that a crash can come in between. */
    private static final int DAWDLE_MILLIS_MAX = 20;

    private static final DiskWeather DAWDLING_DISK = new DiskWeather(1, DAWDLE_MILLIS_MAX, 0, false);
    private static final double DAWDLING_CALLS = 0.5;
    /** Where nothing dawdles, a crash comes after two to the power of this many nanoseconds at most. */
    private static final int SOON_BITS_MAX = 22;

    private final World world;
    private final Process process;
    private final SplittableRandom random;
    private final SimulatedDisk disk;
    private final Chaos chaos;
    private final NetworkWeather fairNetwork;
    private final List<Fault> faults;
    private final List<Phase> aims = new ArrayList<>();
    private Cluster cluster;
    private boolean mayEndAll;
    private boolean over;

    Fate(World world, SimulatedDisk disk, Chaos chaos, NetworkWeather fairNetwork, List<Fault> faults) {
        this.world = world;
        this.process = world.process("fate");
        this.random = world.random().split();
        this.disk = disk;
        this.chaos = chaos;
        this.fairNetwork = fairNetwork;
        this.faults = faults;
    }

    /**
     * Plans faults for a cluster.
     *
     * @param all whether the whole cluster may die
     */
    void plan(Cluster victim, boolean all, int count, long withinMillis) {
        over = false;
        cluster = victim;
        mayEndAll = all;
        aims.clear();
        for (int i = 0; i < count && !faults.isEmpty(); i++) {
            Fault fault = random.nextInt(AIMED_OF) == 0 && faults.contains(Fault.AIMED_CRASH)
                    ? Fault.AIMED_CRASH
                    : faults.get(random.nextInt(faults.size()));
            long millis =
                    (long) Math.pow(withinMillis, random.nextDouble()); // early and late ones, by orders of magnitude
            after(millis, () -> befall(fault));
        }
    }

    private void after(long millis, Runnable action) {
        Cluster planned = cluster;
        process.after(TimeUnit.MILLISECONDS.toNanos(millis), () -> {
            if (!over && cluster == planned) {
                action.run();
            }
        });
    }

    private void befall(Fault fault) {
        world.note("fate", fault.name(), 0);
        long millis = 1L << random.nextInt(4, 12);
        switch (fault) {
            case CRASH -> crash(any());
            case AIMED_CRASH -> aim(AIMS.get(random.nextInt(AIMS.size())));
            case PARTITION -> partition(random.nextInt(8) == 0 ? 10 * millis : millis);
            case FLAPPING -> flap(2 + random.nextInt(6), millis);
            case STORM -> {
                cluster.network().weather(new NetworkWeather(200, 0.4, 0.3));
                after(millis, () -> cluster.network().weather(fairNetwork));
            }
            case SLOW_DISK -> weather(new DiskWeather(0.5, 200, 0, false), millis);
            case FAILING_DISK -> weather(new DiskWeather(0, 1, 0.3, false), millis);
            case FULL_DISK -> weather(new DiskWeather(0, 1, 0, true), millis);
            case CLOCK_JUMP -> jump();
            case USER_FAILURE -> chaos.failOnce(1.0 / (1 << random.nextInt(8)));
            case USER_PAUSE -> {
                chaos.pauses(0.05);
                after(millis, () -> chaos.pauses(0));
            }
        }
    }

    /** One of the task managers, or null when there is none at the moment. */
    private Cluster.Worker any() {
        List<Cluster.Worker> workers = cluster.workers();
        return workers.isEmpty() ? null : workers.get(random.nextInt(workers.size()));
    }

    private void crash(Cluster.Worker worker) {
        if (worker != null) {
            world.befell(Incident.TASK_MANAGER_CRASH);
            cluster.crash(worker);
        }
    }

    /** Waits for a phase. */
    private void aim(Phase phase) {
        aims.add(phase);
        world.note("fate", "aims at the phase " + phase, 0);
    }

    /** A process enters a phase; perhaps a crash was aimed at it. */
    void entered(Phase phase, Process where) {
        if (!over && phase == Phase.COMMIT && aims.contains(Phase.RESTORE)) {
            chaos.failOnce(1); // there is a checkpoint, from which tasks are restored when something fails
        }
        if (over || !aims.remove(phase)) {
            return;
        }
        world.note("fate", "strikes in the phase " + phase, 0);
        long nanos = switch (phase) {
            case RESTORE, SNAPSHOT_WRITE, BEFORE_PUBLICATION -> {
                disk.weather(DAWDLING_DISK);
                yield random.nextLong(TimeUnit.MILLISECONDS.toNanos(DAWDLE_MILLIS_MAX));
            }
            case COMMIT -> {
                chaos.pauses(DAWDLING_CALLS);
                yield random.nextLong(1L << random.nextInt(SOON_BITS_MAX));
            }
            case DEPLOYMENT, ALIGNMENT, AFTER_PUBLICATION -> random.nextLong(1L << random.nextInt(SOON_BITS_MAX));
        };
        process.after(nanos, () -> strike(where));
    }

    private void strike(Process where) {
        disk.weather(DiskWeather.FAIR);
        chaos.pauses(0);
        boolean manager = where == cluster.manager().process();
        if (over || !where.isAlive()) {
            return;
        }
        if (mayEndAll && random.nextInt(manager ? 2 : 8) == 0) {
            world.befell(Incident.JOB_MANAGER_CRASH);
            cluster.crash();
        } else {
            crash(cluster.workers().stream()
                    .filter(worker -> worker.node().process() == where)
                    .findFirst()
                    .orElseGet(this::any));
        }
    }

    /** The way of messages of a task manager, in one direction or in both, for a while. */
    private void partition(long millis) {
        Cluster.Worker worker = any();
        if (worker != null) {
            int ways = 1 + random.nextInt(3);
            world.befell(ways == 3 ? Incident.PARTITION_OF_BOTH_WAYS : Incident.PARTITION_OF_ONE_WAY);
            cut(worker, ways);
            after(millis, cluster.network()::mend);
        }
    }

    /** Cuts and mends the ways of a task manager so many times. */
    private void flap(int times, long millis) {
        Cluster.Worker worker = any();
        if (worker == null) {
            return;
        }
        int ways = 1 + random.nextInt(3);
        world.befell(Incident.FLAPPING_PARTITION);
        long next = 0;
        for (int i = 0; i < times; i++) {
            after(next, () -> cut(worker, ways));
            next += 1 + random.nextLong(millis);
            after(next, cluster.network()::mend);
            next += 1 + random.nextLong(millis);
        }
    }

    /**
     * @param ways the sum of 1 for the way to the job manager and 2 for the way back
     */
    private void cut(Cluster.Worker worker, int ways) {
        if ((ways & 1) != 0) {
            cluster.network().cut(worker.node().id(), cluster.manager().id());
        }
        if ((ways & 2) != 0) {
            cluster.network().cut(cluster.manager().id(), worker.node().id());
        }
    }

    private void weather(DiskWeather next, long millis) {
        disk.weather(next);
        after(millis, () -> disk.weather(DiskWeather.FAIR));
    }

    private void jump() {
        world.befell(Incident.CLOCK_JUMP);
        long millis = random.nextLong(-HOUR_MILLIS, HOUR_MILLIS) >> random.nextInt(20);
        Cluster.Worker worker = any();
        if (worker == null || random.nextInt(3) == 0) {
            cluster.manager().clock().jump(millis);
        } else {
            worker.node().clock().jump(millis);
            worker.host().clockJumped();
        }
    }

    /** From now on all is well. */
    void end() {
        over = true;
        aims.clear();
        world.note("fate", "is kind from now on", 0);
        cluster.network().mend();
        cluster.network().weather(fairNetwork);
        disk.weather(DiskWeather.FAIR);
        chaos.end();
    }
}
