package dev.millrace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskRestore.OperatorRestore;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Faults of loops are found within 200 seeds. */
class LoopMutationTest {
    private static final long SEEDS = 200;
    /** All faults are found well before; the shapes of the verification try many more. */
    private static final long SOUND_SEEDS = 60;

    private static void run(Parts parts, long seed) {
        LoopProgram.check(Simulation.run(new LoopProgram(), seed, List.of(Fault.values()), parts, null));
    }

    /** Fails unless one of the seeds gives other results than it must. */
    private static void requireFound(Parts parts) {
        String found = null;
        for (long seed = 1; seed <= SEEDS && found == null; seed++) {
            try {
                run(parts, seed);
            } catch (AssertionError broken) {
                found = broken.getMessage();
            }
        }
        assertThat(found).as("what shows the fault").contains("numbers came out where");
    }

    private static boolean headsLoop(TaskDeployment deployment) {
        return deployment.inputs().stream().anyMatch(wiring -> wiring.feedback() != null);
    }

    /** Parts in which the heads of loops read other parts of their own state. */
    private static Parts restoring(UnaryOperator<List<TaskRestore.Part>> other) {
        return new Parts() {
            @Override
            public TaskDeployment deployment(TaskDeployment d) {
                boolean faulty = headsLoop(d) && d.restore() != null;
                return faulty ? with(d, d.inputs(), restore(d.restore(), other)) : d;
            }
        };
    }

    private static TaskRestore restore(TaskRestore restore, UnaryOperator<List<TaskRestore.Part>> other) {
        List<OperatorRestore> operators = new ArrayList<>();
        for (OperatorRestore operator : restore.operators()) {
            boolean own = operator.operator().equals(TaskSnapshot.TASK);
            operators.add(
                    own
                            ? new OperatorRestore(operator.operator(), operator.own(), other.apply(operator.parts()))
                            : operator);
        }
        return new TaskRestore(
                restore.directory(),
                restore.checkpointId(),
                restore.finished(),
                restore.instance(),
                restore.parallelism(),
                operators);
    }

    private static TaskDeployment with(TaskDeployment d, List<InputWiring> inputs, TaskRestore restore) {
        return new TaskDeployment(
                d.id(),
                d.job(),
                d.settings(),
                d.vertex(),
                inputs,
                d.outputs(),
                d.types(),
                d.userClasses(),
                d.files(),
                restore);
    }

    @Test
    void soundLoopsPassAllSeeds() {
        for (long seed = 1; seed <= SOUND_SEEDS; seed++) {
            try {
                run(Parts.SOUND, seed);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    @Test
    void recordsOnTheirWayThatASnapshotLosesAreFound() {
        requireFound(restoring(parts -> List.of()));
    }

    @Test
    void recordsOnTheirWayThatComeTwiceAfterARestoreAreFound() {
        requireFound(restoring(parts -> {
            List<TaskRestore.Part> twice = new ArrayList<>(parts);
            twice.addAll(parts);
            return twice;
        }));
    }

    @Test
    void aLoopThatEndsBeforeItIsQuietIsFound() {
        requireFound(new Parts() {
            @Override
            public TaskDeployment deployment(TaskDeployment d) {
                return headsLoop(d) ? with(d, impatient(d.inputs()), d.restore()) : d;
            }
        });
    }

    /** Heads that hear of nobody before they believe in quiet. */
    private static List<InputWiring> impatient(List<InputWiring> inputs) {
        return inputs.stream()
                .map(wiring -> wiring.feedback() == null
                        ? wiring
                        : new InputWiring(
                                wiring.input(),
                                wiring.channels(),
                                wiring.loops(),
                                new InputWiring.Feedback(0, wiring.feedback().exchange())))
                .toList();
    }
}
