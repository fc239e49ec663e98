package dev.millrace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.network.ChannelHub;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Faults of snapshots, of what is restored from them and of ends are found within 200 seeds. */
class StateMutationTest {
    private static final long SEEDS = 200;

    private static void run(Parts parts, long seed) {
        run(parts, seed, List.of(Fault.values()));
    }

    private static void run(Parts parts, long seed, List<Fault> faults) {
        EventProgram.check(Simulation.run(new EventProgram(), seed, faults, parts, null));
    }

    /**
     * Fails unless a seed shows the fault.
     *
     * @param parts faulty ones, fresh for each seed
     * @param words one of them is in what is said about it
     */
    private static void requireFound(Supplier<Parts> parts, String... words) {
        requireFound(List.of(Fault.values()), parts, words);
    }

    private static void requireFound(List<Fault> faults, Supplier<Parts> parts, String... words) {
        TreeSet<String> said = new TreeSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                run(parts.get(), seed, faults);
            } catch (AssertionError broken) {
                said.add(broken.getMessage().lines().findFirst().orElse(""));
                if (List.of(words).stream().anyMatch(broken.getMessage()::contains)) {
                    return;
                }
            }
        }
        assertThat(said).as("what was found").containsAnyOf(words);
    }

    private static TaskDeployment with(TaskDeployment d, JobSettings settings, Vertex vertex, TaskRestore restore) {
        return new TaskDeployment(
                d.id(),
                d.job(),
                settings,
                vertex,
                d.inputs(),
                d.outputs(),
                d.types(),
                d.userClasses(),
                d.files(),
                restore);
    }

    private static Supplier<Parts> backend(String name) {
        return () -> new Parts() {
            @Override
            public TaskDeployment deployment(TaskDeployment d) {
                JobSettings s = d.settings();
                JobSettings faulty = new JobSettings(
                        s.checkpoints(),
                        s.restart(),
                        s.objectReuse(),
                        s.autoWatermarkIntervalMillis(),
                        name,
                        s.types(),
                        s.globalParameters(),
                        s.cachedFiles());
                return with(d, faulty, d.vertex(), d.restore());
            }
        };
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
    void aLaneThatIsNotHeldAtABarrierIsFound() {
        requireFound(
                () -> new Parts() {
                    @Override
                    public ChannelHub lanes(ChannelHub sound) {
                        return new UnheldLanes(sound);
                    }
                },
                "where there must be");
    }

    @Test
    void aPartOfASnapshotThatIsLostIsFound() {
        requireFound(
                () -> new Parts() {
                    @Override
                    public TaskEvents events(TaskEvents sound) {
                        return Faulty.of(TaskEvents.class, sound, (method, arguments) -> {
                            if (method.equals("snapshotDone")) {
                                TaskSnapshot part = (TaskSnapshot) arguments[2];
                                arguments[2] = new TaskSnapshot(part.file(), part.bytes(), List.of());
                            }
                            return false;
                        });
                    }
                },
                "where there must be");
    }

    @Test
    void aLateAcknowledgementOfAnAbortedCheckpointIsFound() {
        List<Fault> aborting = List.of(Fault.FAILING_DISK, Fault.USER_FAILURE, Fault.AIMED_CRASH);
        requireFound(
                aborting,
                LateAcknowledgements::new,
                "where there must be",
                "no fault explains",
                "fails only for faults");
    }

    /** Says of the parts of an aborted checkpoint that they are those of the next, as soon as that has one. */
    private static final class LateAcknowledgements implements Parts {
        private final TreeSet<Long> aborted = new TreeSet<>();
        private final TreeMap<Long, List<Consumer<Long>>> parts = new TreeMap<>();

        @Override
        public TaskControl control(TaskControl sound) {
            return Faulty.of(TaskControl.class, sound, (method, arguments) -> {
                if (method.equals("checkpointAborted")) {
                    aborted.add((Long) arguments[0]);
                }
                return false;
            });
        }

        /** The part as it was written for the checkpoint that was given up. */
        private static TaskSnapshot of(long checkpoint, TaskSnapshot part) {
            return new TaskSnapshot("../chk-" + checkpoint + "/" + part.file(), part.bytes(), part.operators());
        }

        @Override
        public TaskEvents events(TaskEvents sound) {
            return Faulty.of(TaskEvents.class, sound, (method, arguments) -> {
                if (method.equals("snapshotDone")) {
                    TaskId task = (TaskId) arguments[0];
                    TaskSnapshot part = (TaskSnapshot) arguments[2];
                    long checkpoint = (Long) arguments[1];
                    parts.computeIfAbsent(checkpoint, none -> new ArrayList<>())
                            .add(next -> sound.snapshotDone(task, next, of(checkpoint, part)));
                    if (aborted.remove(checkpoint - 1)) {
                        parts.getOrDefault(checkpoint - 1, List.of()).forEach(late -> late.accept(checkpoint));
                    }
                }
                return false;
            });
        }
    }

    @Test
    void stateRestoredToTheWrongKeyGroupIsFound() {
        requireFound(backend(ShiftedBackend.NAME), "where there must be");
    }

    @Test
    void aValueThatIsWrittenAsItIsLaterIsFound() {
        requireFound(backend(TornBackend.NAME), "where there must be");
    }

    @Test
    void aWatermarkThatBeginsAnewAfterARestoreIsFound() {
        requireFound(
                () -> new Parts() {
                    @Override
                    public TaskDeployment deployment(TaskDeployment d) {
                        TaskRestore r = d.restore();
                        return r == null
                                ? d
                                : with(
                                        d,
                                        d.settings(),
                                        d.vertex(),
                                        new TaskRestore(
                                                r.directory(),
                                                r.checkpointId(),
                                                r.finished(),
                                                r.instance(),
                                                r.parallelism(),
                                                r.operators().stream()
                                                        .filter(part ->
                                                                !part.operator().equals(TaskSnapshot.TASK)
                                                                        && !part.operator()
                                                                                .startsWith(TaskSnapshot.link("")))
                                                        .toList()));
                    }
                },
                "watermark");
    }

    @Test
    void anOperatorThatIsFinishedTwiceIsFound() {
        requireFound(
                () -> new Parts() {
                    @Override
                    public TaskDeployment deployment(TaskDeployment d) {
                        Vertex v = d.vertex();
                        List<OperatorNode> chain = v.chain().stream()
                                .map(node -> node.with(twice(node.factory())))
                                .toList();
                        Vertex faulty = new Vertex(
                                v.id(),
                                v.name(),
                                v.parallelism(),
                                v.maxParallelism(),
                                v.slotSharingGroup(),
                                v.source(),
                                chain);
                        return with(d, d.settings(), faulty, d.restore());
                    }
                },
                "finish");
    }

    @SuppressWarnings("unchecked") // the proxy is an operator of the same types
    private static <I, O> OperatorFactory<I, O> twice(OperatorFactory<I, O> sound) {
        return () -> {
            Operator<I, O> operator = sound.create();
            return (Operator<I, O>) Proxy.newProxyInstance(
                    operator.getClass().getClassLoader(),
                    operator.getClass().getInterfaces(),
                    (proxy, method, arguments) -> {
                        try {
                            if (method.getName().equals("finish") && Boolean.TRUE.equals(operator.finish())) {
                                return operator.finish();
                            }
                            return method.invoke(operator, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        };
    }
}
