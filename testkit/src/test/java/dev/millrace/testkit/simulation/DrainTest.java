package dev.millrace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.testkit.world.Incident;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Jobs that are drained under faults fire their timers, commit what they have read once, and have nothing to do again. */
class DrainTest {
    private static final long SEEDS = 100;

    @Test
    void aDrainedJobHasCommittedWhatItHasReadAndEndsAtOnceWhenItIsSubmittedAgain() {
        int drained = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                drained += requireWhole(Simulation.drain(new EventProgram(), seed, List.of(Fault.values())));
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
        assertThat(drained).as("jobs that were drained before their end").isGreaterThan(10);
    }

    /** No number twice, and all of them unless it was drained; answers 1 if it had not read all. */
    private static int requireWhole(Outcome outcome) {
        Set<String> numbers = new HashSet<>();
        int count = 0;
        for (Object told : outcome.committed("numbers")) {
            for (String number : told.toString().split(" ")) {
                numbers.add(number);
                count++;
            }
        }
        assertThat(numbers).hasSize(count);
        if (!outcome.incidents().containsKey(Incident.STOPPED)) {
            EventProgram.check(outcome);
        }
        return count < EventProgram.NUMBERS ? 1 : 0;
    }
}
