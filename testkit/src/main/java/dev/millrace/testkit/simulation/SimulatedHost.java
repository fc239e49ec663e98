package dev.millrace.testkit.simulation;

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
import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs the tasks of a simulated process. A ready task is stepped after a while that chance chooses, for as long as chance
 * chooses; some tasks are slower than others for their whole life.
 */
final class SimulatedHost implements TaskHost {
    /** How often a task may look at the clock in one step at most. */
    private static final int LOOKS_MAX = 40;

    private final Process process;
    private final World world;
    private final HostServices services;
    private final Parts parts;
    private final Phases phases;
    private final long stepNanosMax;
    private final List<Place> places = new ArrayList<>();

    /**
     * @param stepNanosMax how long a ready task waits at most
     */
    SimulatedHost(Process process, HostServices services, Parts parts, Phases phases, long stepNanosMax) {
        this.parts = parts;
        this.phases = phases;
        this.process = process;
        this.world = process.world();
        this.services = services;
        this.stepNanosMax = stepNanosMax;
    }

    @Override
    public TaskControl deploy(TaskDeployment deployment, TaskEvents events) {
        TaskPhases watch = new TaskPhases(phases, process, deployment);
        HostServices own = with(parts.lanes(watch.watch(services.channels())));
        Place place = new Place(new Task(parts.deployment(deployment), own, parts.events(events)), watch);
        places.add(place);
        place.task.seat(place);
        place.ready();
        return watch.watch(parts.control(place.task.control()));
    }

    private HostServices with(ChannelHub channels) {
        return new HostServices(
                services.clock(),
                services.background(),
                services.waiting(),
                services.memory(),
                channels,
                services.metrics(),
                services.seed(),
                services.hostName());
    }

    /** The time of day has jumped: timers may be due. */
    void clockJumped() {
        for (Place place : List.copyOf(places)) {
            place.alarmMillis = Long.MAX_VALUE;
            place.ready();
        }
    }

    @Override
    public List<String> stack(TaskId task) {
        return List.of();
    }

    @Override
    public void close() {
        places.forEach(place -> place.task.cancel());
    }

    private final class Place implements Seat {
        private final Task task;
        private final TaskPhases watch;
        private final String name;
        private final long pace;
        private boolean queued;
        private boolean stepping;
        private boolean gone;
        private long alarmMillis = Long.MAX_VALUE;
        private Thread waiting;
        private BooleanSupplier condition;

        Place(Task task, TaskPhases watch) {
            this.task = task;
            this.watch = watch;
            this.name = "task " + task.id();
            this.pace = 1 + (world.random().nextInt(4) == 0 ? stepNanosMax : stepNanosMax / 10);
        }

        @Override
        public void ready() {
            if (!queued && !gone) {
                queued = true;
                if (!stepping || waiting != null) {
                    queue();
                }
            }
        }

        private void queue() {
            process.after(world.random().nextLong(pace), this::turn);
        }

        private void turn() {
            queued = false;
            if (waiting != null) {
                goOn();
            } else {
                step();
            }
        }

        /** Looks whether what the task waits for inside its step has come. */
        private void goOn() {
            if (condition.getAsBoolean()) {
                Thread stayed = waiting;
                waiting = null;
                world.note(name, "waits no more", 0);
                world.resume(stayed);
            }
        }

        private void step() {
            stepping = true;
            watch.steps();
            Progress progress = task.step(world.nowNanos() + world.random().nextInt(LOOKS_MAX));
            stepping = false;
            watch.stepped();
            world.note(name, progress.name(), 0);
            if (progress == Progress.DONE) {
                watch.ended();
                gone = true;
                places.remove(this);
            } else if (progress == Progress.WORKED || queued) {
                queued = true;
                queue();
            } else {
                setAlarm();
            }
        }

        private void setAlarm() {
            long next = task.nextAlarmMillis();
            if (next != alarmMillis && next != Long.MAX_VALUE) {
                alarmMillis = next;
                long millis = Math.max(0, next - services.clock().millis());
                process.after(TimeUnit.MILLISECONDS.toNanos(millis), () -> {
                    alarmMillis = Long.MAX_VALUE;
                    ready();
                });
            }
        }

        @Override
        public void await(BooleanSupplier wanted) {
            if (wanted.getAsBoolean()) {
                return;
            }
            world.note(name, "waits inside a step", 0);
            condition = wanted;
            waiting = world.here();
            queued = true;
            queue();
            world.stay();
        }
    }
}
