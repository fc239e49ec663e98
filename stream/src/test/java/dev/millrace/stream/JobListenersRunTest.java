package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.job.JobExecutionResult;
import dev.millrace.core.job.JobListener;
import dev.millrace.core.option.RestartStrategies;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners of an environment hear of its jobs. */
class JobListenersRunTest {

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    @BeforeEach
    void withoutRestarts() {
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    /** Notes what it is told. */
    private static final class Listens implements JobListener {

        private final List<String> told = new ArrayList<>();

        @Override
        public void onJobSubmitted(JobClient job, Throwable failure) {
            told.add("submitted " + (job == null ? failure.getMessage() : "well"));
        }

        @Override
        public void onJobExecuted(JobExecutionResult result, Throwable failure) {
            told.add("executed " + (result == null ? failure.getMessage() : "well"));
        }
    }

    private static Long failing(Long number) {
        throw new IllegalStateException("on purpose");
    }

    @Test
    void listenersHearOfJobsThatAreSubmittedAndOfThoseThatEnd() throws Exception {
        Listens listener = new Listens();
        environment.registerJobListener(listener);
        environment.fromSequence(1, 3).sinkTo(new DiscardingSink<>());
        environment.execute("ends");
        environment.fromSequence(1, 3).map(JobListenersRunTest::failing).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("fails")).hasMessageContaining("on purpose");
        assertThatThrownBy(() -> environment.execute("nothing")).isInstanceOf(RuntimeException.class);
        assertThat(listener.told).hasSize(5).startsWith("submitted well", "executed well", "submitted well");
        assertThat(listener.told.get(3)).startsWith("executed ").contains("on purpose");
        assertThat(listener.told.get(4)).startsWith("submitted ").doesNotContain("well");
        environment.clearJobListeners();
        environment.fromSequence(1, 3).sinkTo(new DiscardingSink<>());
        environment.execute("unheard");
        assertThat(listener.told).hasSize(5);
        assertThat(environment.getJobListeners()).isEmpty();
    }
}
