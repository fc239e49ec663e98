package dev.millrace.testkit.law;

import dev.millrace.core.function.TaskInfo;
import dev.millrace.testkit.world.World;
import java.util.TreeMap;

/** What the instances of operators had seen when their snapshots were taken. */
final class Snapshots {
    private final TreeMap<String, Taken> taken = new TreeMap<>();

    /**
     * What an instance had seen.
     *
     * @param watermark the one it was told last
     * @param finished whether it had finished
     */
    record Seen(long watermark, boolean finished) {}

    /** The snapshots of one operator for one checkpoint, by instance. */
    private static final class Taken {
        private final String job;
        private final int parallelism;
        private final TreeMap<Integer, Seen> instances = new TreeMap<>();

        Taken(String job, int parallelism) {
            this.job = job;
            this.parallelism = parallelism;
        }
    }

    static Snapshots here() {
        return World.current().shared(Snapshots.class, Snapshots::new);
    }

    private static String key(String operator, long checkpoint) {
        return operator + " " + checkpoint;
    }

    /** An instance takes its snapshot. */
    void take(String job, String operator, TaskInfo task, long checkpoint, Seen seen) {
        String key = key(operator, checkpoint);
        Taken known = taken.get(key);
        if (known == null || !known.job.equals(job)) {
            known = new Taken(job, task.parallelism());
            taken.put(key, known);
        }
        known.instances.put(task.index(), seen);
    }

    /**
     * What an instance that goes on from a checkpoint must know: the lowest watermark of all instances, and whether it had
     * finished, or all had.
     */
    Seen restore(String operator, TaskInfo task, long checkpoint) {
        Taken known = taken.get(key(operator, checkpoint));
        if (known == null) {
            return new Seen(Long.MIN_VALUE, false);
        }
        Seen own = known.parallelism == task.parallelism() ? known.instances.get(task.index()) : null;
        boolean all = known.instances.values().stream().allMatch(Seen::finished);
        long lowest = known.instances.values().stream()
                .mapToLong(Seen::watermark)
                .min()
                .orElse(Long.MIN_VALUE);
        return new Seen(lowest, all || own != null && own.finished());
    }
}
