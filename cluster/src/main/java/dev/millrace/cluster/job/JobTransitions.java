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
 *    │             ├──► FINISHED    (with its last results committed)
 *    ├─────────────┼──► FAILING ────► FAILED
 *    ├─────────────┼──► CANCELLING ─► CANCELED
 *    └─────────────┴──► SUSPENDED   (also from RESTARTING, as FAILING and CANCELLING)
 * </pre>
 */
final class JobTransitions {

    private static final Map<JobStatus, Set<JobStatus>> LEGAL = new EnumMap<>(JobStatus.class);

    static {
        LEGAL.put(CREATED, EnumSet.of(RUNNING, FAILING, CANCELLING, SUSPENDED));
        LEGAL.put(RUNNING, EnumSet.of(RUNNING, RESTARTING, FINISHED, FAILING, CANCELLING, SUSPENDED));
        LEGAL.put(RESTARTING, EnumSet.of(RUNNING, RESTARTING, FAILING, CANCELLING, SUSPENDED));
        LEGAL.put(FAILING, EnumSet.of(FAILED));
        LEGAL.put(CANCELLING, EnumSet.of(CANCELED));
        LEGAL.put(SUSPENDED, EnumSet.of(SUSPENDED));
        LEGAL.put(FINISHED, EnumSet.noneOf(JobStatus.class));
        LEGAL.put(FAILED, EnumSet.noneOf(JobStatus.class));
        LEGAL.put(CANCELED, EnumSet.noneOf(JobStatus.class));
    }

    private JobTransitions() {}

    static void require(String job, JobStatus from, JobStatus to) {
        if (!LEGAL.get(from).contains(to)) {
            throw new IllegalStateException("job " + job + " cannot go from " + from + " to " + to);
        }
    }
}
