package dev.millrace.testkit.simulation;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.testkit.world.Process;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Notices the phases that one task of a process goes through. */
final class TaskPhases {
    private final Phases phases;
    private final Process process;
    private final String task;
    private final int lanes;
    private int closed;
    private long aligning = -1;
    private int arrived;
    private final List<Long> complete = new ArrayList<>();
    private int completeBeforeStep;

    TaskPhases(Phases phases, Process process, TaskDeployment deployment) {
        this.phases = phases;
        this.process = process;
        this.task = deployment.id().toString();
        this.lanes = deployment.inputs().stream()
                .mapToInt(wiring -> wiring.channels().size())
                .sum();
        if (deployment.restore() != null && !deployment.restore().finished()) {
            phases.enter(Phase.RESTORE, process, task);
        }
    }

    /** The task is stepped: it opens its operators first, and acts on all that it was told. */
    void steps() {
        completeBeforeStep = complete.size();
    }

    /** The step is done. */
    void stepped() {
        phases.leave(Phase.RESTORE, process, task);
        List<Long> done = complete.subList(0, completeBeforeStep);
        done.forEach(checkpoint -> phases.leave(Phase.COMMIT, process, task + " " + checkpoint));
        done.clear();
    }

    /** The task has ended, in whatever way. */
    void ended() {
        endAlignment();
        steps();
        stepped();
    }

    /** The orders to the task, with an eye on those about checkpoints. */
    TaskControl watch(TaskControl control) {
        return (TaskControl) Proxy.newProxyInstance(
                TaskControl.class.getClassLoader(), new Class<?>[] {TaskControl.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("checkpointComplete")) {
                        told((Long) arguments[0]);
                    } else if (method.getName().equals("checkpointAborted") && aligning == (Long) arguments[0]) {
                        endAlignment();
                    }
                    return method.invoke(control, arguments);
                });
    }

    private void told(long checkpoint) {
        phases.leaveEverywhere(Phase.AFTER_PUBLICATION);
        complete.add(checkpoint);
        phases.enter(Phase.COMMIT, process, task + " " + checkpoint);
    }

    private String alignment(long checkpoint) {
        return task + " " + checkpoint;
    }

    private void received(Element element) {
        if (element instanceof Barrier barrier && barrier.checkpointId() >= aligning) {
            if (barrier.checkpointId() > aligning) {
                endAlignment();
                aligning = barrier.checkpointId();
            }
            arrived++;
        } else if (element instanceof EndOfChannel) {
            closed++;
        } else {
            return;
        }
        if (arrived > 0 && arrived + closed < lanes) {
            phases.enter(Phase.ALIGNMENT, process, alignment(aligning));
        } else {
            endAlignment();
        }
    }

    /** The checkpoint at the gate has passed, or was given up. */
    private void endAlignment() {
        phases.leave(Phase.ALIGNMENT, process, alignment(aligning));
        arrived = 0;
    }

    /** The channels as the task's gate reads them, with an eye on the barriers. */
    ChannelHub watch(ChannelHub hub) {
        return new ChannelHub() {
            @Override
            public Channel.Sender sender(ChannelId id, Runnable onRoom) {
                return hub.sender(id, onRoom);
            }

            @Override
            public Channel.Receiver receiver(ChannelId id, Runnable onData) {
                return new WatchedLane(hub.receiver(id, onData));
            }

            @Override
            public void forget(String jobId) {
                hub.forget(jobId);
            }
        };
    }

    private final class WatchedLane implements Channel.Receiver {
        private final Channel.Receiver lane;

        WatchedLane(Channel.Receiver lane) {
            this.lane = lane;
        }

        @Override
        public Element poll() {
            Element element = lane.poll();
            if (element != null) {
                received(element);
            }
            return element;
        }

        @Override
        public void close() {
            lane.close();
        }
    }
}
