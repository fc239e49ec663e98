package dev.millrace.cluster.job;

import static dev.millrace.core.plan.JobStatus.CANCELED;
import static dev.millrace.core.plan.JobStatus.CANCELLING;
import static dev.millrace.core.plan.JobStatus.CREATED;
import static dev.millrace.core.plan.JobStatus.FAILED;
import static dev.millrace.core.plan.JobStatus.FAILING;
import static dev.millrace.core.plan.JobStatus.FINISHED;
import static dev.millrace.core.plan.JobStatus.RESTARTING;
import static dev.millrace.core.plan.JobStatus.RUNNING;
import static dev.millrace.core.plan.JobStatus.SUSPENDED;

import dev.millrace.core.plan.JobStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The legal transitions of a job.
 *
 * <pre>
 *                  ┌────────── RESTARTING ◄─┐
 *                  ▼               │ │      │ (another region)
 * CREATED ──► RUNNING ─────────────┘ └──────┘
 *    │             │
 *    │             ├──► FINISHED
 *    ├─────────────┼──► FAILING ────► FAILED
 *    ├─────────────┼──► CANCELLING ─► CANCELED
 *    └─────────────┴──► SUSPENDED   (from every state that is not the last)
 * </pre>
 */
final class JobTransitions {

    private static final Map<JobStatus, Set<JobStatus>> LEGAL = new EnumMap<>(Map.of(
            CREATED, EnumSet.of(RUNNING, FAILING, CANCELLING, SUSPENDED),
            RUNNING, EnumSet.of(RUNNING, RESTARTING, FINISHED, FAILING, CANCELLING, SUSPENDED),
            RESTARTING, EnumSet.of(RUNNING, RESTARTING, FAILING, CANCELLING, SUSPENDED),
            FAILING, EnumSet.of(FAILED, SUSPENDED),
            CANCELLING, EnumSet.of(CANCELED, SUSPENDED),
            SUSPENDED, EnumSet.of(SUSPENDED),
            FINISHED, EnumSet.noneOf(JobStatus.class),
            FAILED, EnumSet.noneOf(JobStatus.class),
            CANCELED, EnumSet.noneOf(JobStatus.class)));

    private JobTransitions() {}

    static void require(String job, JobStatus from, JobStatus to) {
        if (!LEGAL.get(from).contains(to)) {
            throw new IllegalStateException("job " + job + " cannot go from " + from + " to " + to);
        }
    }
}
