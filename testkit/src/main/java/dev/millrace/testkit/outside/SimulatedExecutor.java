package dev.millrace.testkit.outside;

import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.io.Serializable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Runs things beside the code that asks, as a thread pool would, each after a time that chance chooses. What has not run when
 * the process of the code that asked dies never runs. In a simulation user code gives its work to this and starts no threads,
 * which would neither follow from the seed nor know of the simulated time.
 */
public final class SimulatedExecutor implements Executor, Serializable {
    private static final long serialVersionUID = 1;

    private final long delayMillisMax;

    /**
     * @param delayMillisMax how long something waits at most, simulated milliseconds
     */
    public SimulatedExecutor(long delayMillisMax) {
        this.delayMillisMax = delayMillisMax;
    }

    @Override
    public void execute(Runnable action) {
        World world = World.current();
        Process process = world.currentProcess();
        process.after(world.random().nextLong(TimeUnit.MILLISECONDS.toNanos(delayMillisMax) + 1), action);
    }
}
