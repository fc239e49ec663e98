package dev.millrace.testkit.simulation;

import dev.millrace.testkit.law.LawfulHeapBackend;
import dev.millrace.testkit.law.LawfulNaiveBackend;
import java.util.SplittableRandom;

/**
 * What a seed chooses before a world begins.
 *
 * @param lives how often the job is submitted, each time to a new cluster
 * @param lifeMillisMax how long a cluster lives at most, but for the last, which sees the job end
 * @param stateBackend the store of keyed state
 * @param parallelismMax the most instances of an operator
 */
record Scenario(
        ClusterSize size,
        int lives,
        long lifeMillisMax,
        int faultsPerLifeMax,
        long checkpointMillis,
        long checkpointTimeoutMillis,
        String stateBackend,
        boolean chaining,
        long bufferTimeoutMillis,
        int parallelismMax) {

    private static final long[] BUFFER_TIMEOUTS_MILLIS = {0, 1, 10, 100, -1};

    static Scenario of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int parallelism = 1 + random.nextInt(4);
        boolean many = random.nextInt(3) == 0;
        NetworkWeather network = random.nextInt(3) == 0
                ? new NetworkWeather(1 + random.nextInt(60), 0.1 * random.nextDouble(), 0.1 * random.nextDouble())
                : new NetworkWeather(1 + random.nextInt(10), 0, 0);
        WireLimits wires = random.nextInt(4) == 0
                ? null
                : new WireLimits(
                        1 + random.nextInt(1 << random.nextInt(6)),
                        1 + random.nextInt(1 << random.nextInt(12)),
                        random.nextLong(1L << random.nextInt(10, 23)));
        ClusterSize size = new ClusterSize(
                1 + random.nextInt(3),
                4 * parallelism,
                1 << random.nextInt(13, 21),
                1 + random.nextInt(100),
                1L << random.nextInt(12, 24),
                10 + random.nextInt(40),
                wires,
                network);
        return new Scenario(
                size,
                random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1,
                1L << random.nextInt(8, 18),
                random.nextInt(8) == 0 ? 0 : many ? 24 : 8,
                10 + random.nextInt(400),
                500 + random.nextInt(10_000),
                random.nextInt(4) == 0 ? LawfulNaiveBackend.NAME : LawfulHeapBackend.NAME,
                random.nextInt(4) != 0,
                BUFFER_TIMEOUTS_MILLIS[random.nextInt(BUFFER_TIMEOUTS_MILLIS.length)],
                parallelism);
    }
}
