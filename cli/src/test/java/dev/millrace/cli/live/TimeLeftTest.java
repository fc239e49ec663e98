package dev.millrace.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How long a job will still take follows from how fast it has come on lately. */
final class TimeLeftTest {

    private final TimeLeft left = new TimeLeft();

    private OptionalLong after(long millis, double share) {
        return left.after(millis, OptionalDouble.of(share));
    }

    @Test
    void aSteadyJobTakesAsLongForTheRest() {
        assertThat(after(1_000, 0.1)).as("one point is no pace").isEmpty();
        assertThat(after(2_000, 0.2).getAsLong()).isBetween(7_990L, 8_010L);
        assertThat(after(3_000, 0.3).getAsLong()).isBetween(6_990L, 7_010L);
    }

    @Test
    void whatWasLongAgoDoesNotCount() {
        for (int second = 1; second <= 20; second++) {
            after(1_000L * second, 0.01 * second);
        }
        for (int second = 21; second <= 40; second++) {
            after(1_000L * second, 0.2 + 0.03 * (second - 20));
        }
        assertThat(after(41_000, 0.83).getAsLong()).isBetween(5_600L, 5_700L);
    }

    @Test
    void aJobThatStandsStillOrGoesBackHasNoEndInSight() {
        after(1_000, 0.5);
        assertThat(after(2_000, 0.5)).isEmpty();
        assertThat(after(3_000, 0.4)).isEmpty();
    }

    @Test
    void aShareThatIsNotKnownBeginsAnew() {
        after(1_000, 0.1);
        assertThat(left.after(2_000, OptionalDouble.empty())).isEmpty();
        assertThat(after(3_000, 0.9)).isEmpty();
    }
}
