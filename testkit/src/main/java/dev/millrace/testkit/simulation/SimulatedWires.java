package dev.millrace.testkit.simulation;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/** Channels between tasks, wherever they are: what is sent travels for a while, and room comes back as late. */
final class SimulatedWires {
    private final World world;
    private final WireLimits limits;
    private final TreeMap<ChannelId, Wire> wires = new TreeMap<>();

    SimulatedWires(World world, WireLimits limits) {
        this.world = world;
        this.limits = limits;
    }

    /** The channels as the tasks of a process see them. */
    ChannelHub of(Process process) {
        return new Hub(process);
    }

    private final class Hub implements ChannelHub {
        private final Process process;

        Hub(Process process) {
            this.process = process;
        }

        @Override
        public Channel.Sender sender(ChannelId id, Runnable onRoom) {
            Wire wire = wires.computeIfAbsent(id, Wire::new);
            wire.sender = process;
            wire.onRoom = onRoom;
            return wire.new SendingEnd();
        }

        @Override
        public Channel.Receiver receiver(ChannelId id, Runnable onData) {
            Wire wire = wires.computeIfAbsent(id, Wire::new);
            wire.receiver = process;
            wire.onData = onData;
            wire.arrive();
            return wire.new ReadingEnd();
        }

        @Override
        public void forget(String jobId) {
            wires.keySet().removeIf(id -> id.jobId().equals(jobId));
        }
    }

    private final class Wire {
        private final String name;
        private final Deque<Element> travelling = new ArrayDeque<>();
        private final Deque<Element> arrived = new ArrayDeque<>();
        private Process sender;
        private Process receiver;
        private Runnable onRoom;
        private Runnable onData;
        private long lastArrivalNanos;
        private int elements;
        private int records;
        private boolean wantsRoom;
        private boolean unread;

        Wire(ChannelId id) {
            this.name = "wire " + id.edge() + "/" + id.producer() + "/" + id.consumer() + "#" + id.run();
        }

        private boolean hasRoom() {
            return unread || elements < limits.elementsMax() && records < limits.recordsMax();
        }

        private void send(Element element) {
            elements++;
            records += records(element);
            world.note(name, "carries " + element, elements);
            travelling.add(element);
            if (receiver != null) {
                travel();
            }
        }

        /** The reading end is there: what waited for it sets out. */
        private void arrive() {
            travelling.forEach(element -> travel());
        }

        private void travel() {
            lastArrivalNanos = Math.max(lastArrivalNanos, world.nowNanos() + delayNanos());
            receiver.after(lastArrivalNanos - world.nowNanos(), () -> {
                arrived.add(travelling.remove());
                onData.run();
            });
        }

        private Element poll() {
            Element element = arrived.poll();
            if (element != null) {
                int count = records(element);
                sender.after(delayNanos(), () -> {
                    elements--;
                    records -= count;
                    if (wantsRoom && hasRoom()) {
                        wantsRoom = false;
                        onRoom.run();
                    }
                });
            }
            return element;
        }

        private long delayNanos() {
            return world.random().nextLong(limits.delayNanosMax() + 1);
        }

        private static int records(Element element) {
            return element instanceof Batch batch ? batch.size() : 0;
        }

        private final class SendingEnd implements Channel.Sender {
            @Override
            public boolean hasRoom() {
                boolean room = Wire.this.hasRoom();
                wantsRoom |= !room;
                return room;
            }

            @Override
            public void send(Element element) {
                if (unread) {
                    return;
                }
                if (elements >= limits.elementsMax()) {
                    throw new IllegalStateException("sent into a full channel; ask hasRoom first");
                }
                Wire.this.send(element);
            }

            @Override
            public void close() {}
        }

        private final class ReadingEnd implements Channel.Receiver {
            @Override
            public Element poll() {
                return Wire.this.poll();
            }

            @Override
            public void close() {
                unread = true;
                if (sender != null) {
                    sender.after(delayNanos(), onRoom);
                }
            }
        }
    }
}
