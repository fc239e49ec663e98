package dev.millrace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Faulty parts are found within 200 seeds; with sound ones the same seeds pass. */
class MutationTest {
    private static final long SEEDS = 200;

    private static void run(Parts parts, long seed) {
        CountProgram.check(Simulation.run(new CountProgram(), seed, List.of(Fault.values()), parts, null));
    }

    private static void requireFound(Parts parts) {
        long found = 0;
        for (long seed = 1; seed <= SEEDS && found == 0; seed++) {
            try {
                run(parts, seed);
            } catch (AssertionError broken) {
                found = seed;
            }
        }
        assertThat(found).as("the seed that finds the fault").isPositive();
    }

    @Test
    void soundPartsPassAllSeeds() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                run(Parts.SOUND, seed);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    @Test
    void aCommitBeforePublicationIsFound() {
        requireFound(new Parts() {
            @Override
            public TaskControl control(TaskControl sound) {
                return Faulty.of(TaskControl.class, sound, (method, arguments) -> {
                    if (method.equals("takeSnapshot")) {
                        Barrier barrier = (Barrier) arguments[0];
                        sound.takeSnapshot(barrier, (Long) arguments[1]);
                        sound.checkpointComplete(barrier.checkpointId());
                        return true;
                    }
                    return false;
                });
            }
        });
    }

    @Test
    void aTaskThatStartsAfreshInsteadOfBeingRestoredIsFound() {
        requireFound(new Parts() {
            @Override
            public TaskDeployment deployment(TaskDeployment d) {
                return d.vertex().source() != null
                        ? d
                        : new TaskDeployment(
                                d.id(),
                                d.job(),
                                d.settings(),
                                d.vertex(),
                                d.inputs(),
                                d.outputs(),
                                d.types(),
                                d.userClasses(),
                                d.files(),
                                null);
            }
        });
    }

    @Test
    void aSplitAssignedTwiceIsFound() {
        requireFound(new Parts() {
            @Override
            @SuppressWarnings("unchecked") // the second argument is the list of splits
            public TaskControl control(TaskControl sound) {
                return Faulty.of(TaskControl.class, sound, (method, arguments) -> {
                    if (method.equals("assignSplits")) {
                        List<byte[]> once = (List<byte[]>) arguments[1];
                        List<byte[]> twice = new java.util.ArrayList<>(once);
                        twice.addAll(once);
                        sound.assignSplits((Long) arguments[0], twice);
                        return true;
                    }
                    return false;
                });
            }
        });
    }

    @Test
    void aPartOfAnEarlierCheckpointHandedInForALaterOneIsFound() {
        requireFound(new Parts() {
            @Override
            public TaskEvents events(TaskEvents sound) {
                TreeMap<String, TaskSnapshot> parts = new TreeMap<>();
                return Faulty.of(TaskEvents.class, sound, (method, arguments) -> {
                    if (method.equals("snapshotDone")) {
                        TaskSnapshot first = parts.putIfAbsent(arguments[0].toString(), (TaskSnapshot) arguments[2]);
                        if (first != null) {
                            sound.snapshotDone((TaskId) arguments[0], (Long) arguments[1], first);
                            return true;
                        }
                    }
                    return false;
                });
            }
        });
    }

    @Test
    void aLostNewsOfACompleteCheckpointIsFound() {
        requireFound(new Parts() {
            @Override
            public TaskControl control(TaskControl sound) {
                return Faulty.of(TaskControl.class, sound, (method, arguments) -> method.equals("checkpointComplete"));
            }
        });
    }

    @Test
    void aBarrierThatOvertakesARecordIsFound() {
        requireFound(new Parts() {
            @Override
            public ChannelHub channels(ChannelHub sound) {
                return new OvertakingBarriers(sound);
            }
        });
    }

    /** Channels whose barriers pass one element before them. */
    private record OvertakingBarriers(ChannelHub sound) implements ChannelHub {
        @Override
        public Channel.Sender sender(ChannelId id, Runnable onRoom) {
            return sound.sender(id, onRoom);
        }

        @Override
        public Channel.Receiver receiver(ChannelId id, Runnable onData) {
            return new Overtaking(sound.receiver(id, onData), onData);
        }

        @Override
        public void forget(String jobId) {
            sound.forget(jobId);
        }
    }

    private static final class Overtaking implements Channel.Receiver {
        private final Channel.Receiver sound;
        private final Runnable onData;
        private Element held;

        Overtaking(Channel.Receiver sound, Runnable onData) {
            this.sound = sound;
            this.onData = onData;
        }

        @Override
        public Element poll() {
            Element next = sound.poll();
            if (held != null && !(next instanceof Barrier)) {
                Element first = held;
                held = next;
                return first;
            }
            if (held == null && next != null && !(next instanceof Barrier)) {
                held = next;
                onData.run();
                return null;
            }
            return next;
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
