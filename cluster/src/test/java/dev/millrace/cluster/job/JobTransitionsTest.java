package dev.millrace.cluster.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.plan.JobStatus;
import org.junit.jupiter.api.Test;

class JobTransitionsTest {

    @Test
    void nothingFollowsAnEnd() {
        for (JobStatus from : JobStatus.values()) {
            for (JobStatus to : JobStatus.values()) {
                if (from.isGloballyTerminalState()) {
                    assertThatThrownBy(() -> JobTransitions.require("j", from, to))
                            .hasMessageContaining(from + " to " + to);
                }
            }
        }
    }

    @Test
    void aJobRunsRestartsAndFinishes() {
        assertThatCode(() -> {
                    JobTransitions.require("j", JobStatus.CREATED, JobStatus.RUNNING);
                    JobTransitions.require("j", JobStatus.RUNNING, JobStatus.RESTARTING);
                    JobTransitions.require("j", JobStatus.RESTARTING, JobStatus.RUNNING);
                    JobTransitions.require("j", JobStatus.RUNNING, JobStatus.FINISHED);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aJobThatNeverRanDoesNotFinish() {
        assertThatThrownBy(() -> JobTransitions.require("j", JobStatus.CREATED, JobStatus.FINISHED))
                .isInstanceOf(IllegalStateException.class);
    }
}
