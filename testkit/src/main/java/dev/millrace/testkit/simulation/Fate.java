package dev.millrace.testkit.simulation;

import dev.millrace.testkit.storage.DiskWeather;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Lets faults befall a cluster, at moments that chance chooses, until they end. */
final class Fate {
    private static final long HOUR_MILLIS = 3_600_000;

    private final World world;
    private final Process process;
    private final SplittableRandom random;
    private final SimulatedDisk disk;
    private final Chaos chaos;
    private final NetworkWeather fairNetwork;
    private final List<Fault> faults;
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

    /** Plans faults for a cluster. */
    void plan(Cluster cluster, int count, long withinMillis) {
        over = false;
        for (int i = 0; i < count && !faults.isEmpty(); i++) {
            Fault fault = faults.get(random.nextInt(faults.size()));
            long millis = (long) (random.nextDouble() * random.nextDouble() * withinMillis);
            after(millis, () -> befall(cluster, fault));
        }
    }

    private void after(long millis, Runnable action) {
        process.after(TimeUnit.MILLISECONDS.toNanos(millis), () -> {
            if (!over) {
                action.run();
            }
        });
    }

    private void befall(Cluster cluster, Fault fault) {
        world.note("fate", fault.name(), 0);
        long millis = 1L << random.nextInt(4, 12);
        switch (fault) {
            case CRASH -> {
                if (!cluster.workers().isEmpty()) {
                    cluster.crash(any(cluster));
                }
            }
            case PARTITION -> partition(cluster, random.nextInt(8) == 0 ? 10 * millis : millis);
            case STORM -> {
                cluster.network().weather(new NetworkWeather(200, 0.4, 0.3));
                after(millis, () -> cluster.network().weather(fairNetwork));
            }
            case SLOW_DISK -> weather(new DiskWeather(0.5, 200, 0, false), millis);
            case FAILING_DISK -> weather(new DiskWeather(0, 1, 0.3, false), millis);
            case FULL_DISK -> weather(new DiskWeather(0, 1, 0, true), millis);
            case CLOCK_JUMP -> jump(cluster);
            case USER_FAILURE -> chaos.failOnce(1.0 / (1 << random.nextInt(8)));
            case USER_PAUSE -> {
                chaos.pauses(0.05);
                after(millis, () -> chaos.pauses(0));
            }
        }
    }

    private Cluster.Worker any(Cluster cluster) {
        List<Cluster.Worker> workers = cluster.workers();
        return workers.get(random.nextInt(workers.size()));
    }

    private void partition(Cluster cluster, long millis) {
        if (cluster.workers().isEmpty()) {
            return;
        }
        Cluster.Worker worker = any(cluster);
        int ways = 1 + random.nextInt(3);
        if ((ways & 1) != 0) {
            cluster.network().cut(worker.node().id(), cluster.manager().id());
        }
        if ((ways & 2) != 0) {
            cluster.network().cut(cluster.manager().id(), worker.node().id());
        }
        after(millis, cluster.network()::mend);
    }

    private void weather(DiskWeather next, long millis) {
        disk.weather(next);
        after(millis, () -> disk.weather(DiskWeather.FAIR));
    }

    private void jump(Cluster cluster) {
        long millis = random.nextLong(-HOUR_MILLIS, HOUR_MILLIS) >> random.nextInt(20);
        if (cluster.workers().isEmpty() || random.nextInt(3) == 0) {
            cluster.manager().clock().jump(millis);
        } else {
            Cluster.Worker worker = any(cluster);
            worker.node().clock().jump(millis);
            worker.host().clockJumped();
        }
    }

    /** From now on all is well. */
    void end(Cluster cluster) {
        over = true;
        world.note("fate", "is kind from now on", 0);
        cluster.network().mend();
        cluster.network().weather(fairNetwork);
        disk.weather(DiskWeather.FAIR);
        chaos.end();
    }
}
