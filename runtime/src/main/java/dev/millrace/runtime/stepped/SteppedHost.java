package dev.millrace.runtime.stepped;

import dev.millrace.core.memory.Memory;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.time.Clock;
import dev.millrace.network.ChannelHub;
import dev.millrace.runtime.HostServices;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskHost;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.task.Progress;
import dev.millrace.runtime.task.Seat;
import dev.millrace.runtime.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Steps tasks one by one on the thread that asks: among what is ready, a task's next step or a piece of background work is
 * chosen by a seeded generator. Owned by one thread.
 */
public final class SteppedHost implements TaskHost {
    private final HostServices services;
    private final SplittableRandom random;
    private final List<Place> ready = new ArrayList<>();
    private final List<Place> seated = new ArrayList<>();
    private final List<Runnable> background = new ArrayList<>();

    public SteppedHost(Clock clock, ChannelHub channels, Memory memory, long seed) {
        this.random = new SplittableRandom(seed);
        this.services = new HostServices(
                clock, background::add, memory, channels, MetricTree.root("stepped"), seed, "localhost");
    }

    @Override
    public TaskControl deploy(TaskDeployment deployment, TaskEvents events) {
        Task task = new Task(deployment, services, events);
        Place place = new Place(task);
        seated.add(place);
        task.seat(place);
        place.ready();
        return task.control();
    }

    /** Does one thing that is ready; false when there is none. */
    public boolean step() {
        int choices = ready.size() + background.size();
        if (choices == 0) {
            return false;
        }
        int choice = random.nextInt(choices);
        if (choice < ready.size()) {
            ready.remove(choice).step();
        } else {
            background.remove(choice - ready.size()).run();
        }
        return true;
    }

    /** Goes on until nothing is ready. */
    public void run() {
        boolean any = true;
        while (any) {
            any = step();
        }
    }

    /** When the first task wants to be stepped though nothing comes; {@link Long#MAX_VALUE} when none does. */
    public long nextAlarmMillis() {
        long first = Long.MAX_VALUE;
        for (Place place : seated) {
            first = Math.min(first, place.task.nextAlarmMillis());
        }
        return first;
    }

    /** Makes the tasks ready whose time has come; called after the clock was moved. */
    public void clockMoved() {
        for (Place place : seated) {
            if (place.task.nextAlarmMillis() <= services.clock().millis()) {
                place.ready();
            }
        }
    }

    /** The number of tasks that have not ended. */
    public int size() {
        return seated.size();
    }

    /** There is no thread beside the one that asks. */
    @Override
    public List<String> stack(TaskId task) {
        return List.of();
    }

    @Override
    public void close() {
        seated.forEach(place -> place.task.cancel());
        run();
    }

    private final class Place implements Seat {
        private final Task task;
        private boolean isReady;
        private boolean stepping;
        private boolean gone;

        Place(Task task) {
            this.task = task;
        }

        @Override
        public void ready() {
            if (!isReady && !gone) {
                isReady = true;
                if (!stepping) {
                    ready.add(this);
                }
            }
        }

        private void step() {
            isReady = false;
            stepping = true;
            Progress progress = task.step(services.clock().nanos());
            stepping = false;
            if (progress == Progress.DONE) {
                gone = true;
                seated.remove(this);
                ready.remove(this);
            } else if (progress == Progress.WORKED || isReady) {
                isReady = true;
                ready.add(this);
            }
        }

        @Override
        public void await(BooleanSupplier condition) {
            while (!condition.getAsBoolean()) {
                if (!SteppedHost.this.step()) {
                    throw new IllegalStateException("task " + task.id() + " waits for what nobody can give");
                }
            }
        }
    }
}
