package dev.millrace.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.plan.RestartStrategy;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Each strategy, from what it is documented to mean. */
class RestartPolicyTest {

    private static final SplittableRandom RANDOM = new SplittableRandom(1);

    private static RestartPolicy policy(RestartStrategy strategy) {
        return RestartPolicy.of(strategy, RANDOM);
    }

    @Test
    void noneNeverRestarts() {
        assertThat(policy(new RestartStrategy.None()).onFailure(0)).isEmpty();
    }

    @Test
    void aFixedDelayRestartsItsNumberOfTimesWithTheSameDelay() {
        RestartPolicy policy = policy(new RestartStrategy.FixedDelay(2, 700));
        assertThat(policy.onFailure(0)).hasValue(700);
        assertThat(policy.onFailure(1_000_000)).hasValue(700);
        assertThat(policy.onFailure(2_000_000)).isEmpty();
        assertThat(policy.exhausted()).contains("2");
    }

    @Test
    void aFailureRateAllowsAsManyFailuresInAnIntervalAsItSays() {
        RestartPolicy policy = policy(new RestartStrategy.FailureRate(2, 1_000, 50));
        assertThat(policy.onFailure(0)).hasValue(50);
        assertThat(policy.onFailure(400)).hasValue(50);
        assertThat(policy.onFailure(1_000)).as("the first is an interval ago").hasValue(50);
        assertThat(policy.onFailure(1_399)).as("the third in 999 ms").isEmpty();
    }

    @Test
    void exponentialDelaysGrowToTheirBound() {
        RestartPolicy policy = policy(new RestartStrategy.ExponentialDelay(100, 500, 2.0, 0, 10_000, 5));
        assertThat(policy.onFailure(0)).hasValue(100);
        assertThat(policy.onFailure(200)).hasValue(200);
        assertThat(policy.onFailure(600)).hasValue(400);
        assertThat(policy.onFailure(1_200)).hasValue(500);
        assertThat(policy.onFailure(2_000)).hasValue(500);
        assertThat(policy.onFailure(3_000)).as("five in a row were allowed").isEmpty();
    }

    @Test
    void anExponentialDelayStartsAnewWhenTheJobHasRunLongEnoughAfterARestart() {
        RestartPolicy policy = policy(new RestartStrategy.ExponentialDelay(100, 500, 2.0, 0, 10_000, 2));
        assertThat(policy.onFailure(0)).hasValue(100);
        assertThat(policy.onFailure(10_099)).as("9,999 ms after the restart").hasValue(200);
        assertThat(policy.onFailure(20_299)).as("10,000 ms after the restart").hasValue(100);
        assertThat(policy.onFailure(20_500)).hasValue(200);
    }

    @Test
    void jitterSpreadsADelayByItsShareInBothDirections() {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 1_000; i++) {
            RestartPolicy policy = policy(new RestartStrategy.ExponentialDelay(1_000, 9_000, 2.0, 0.1, 10_000, 5));
            long delay = policy.onFailure(0).getAsLong();
            least = Math.min(least, delay);
            most = Math.max(most, delay);
        }
        assertThat(least).isBetween(900L, 910L);
        assertThat(most).isBetween(1_090L, 1_100L);
    }
}
